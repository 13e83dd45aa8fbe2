import Campus
import HTTPTypes
import Learning

/// Who needs somebody in their corner.
enum HeldUpReport {
    private struct Row: Encodable {
        let enrollmentID: Identifier<Enrollment>
        let personID: Identifier<Person>
        let personName: String
        let courseTitle: String
        let activity: String
        let occurrence: Int
        let kind: ActivityKind
        let title: String
        let days: Int
        let offer: HeldUp.Offer

        init(_ row: HeldUpRow) {
            let enrollment = row.enrollment.enrollment
            enrollmentID = enrollment.id
            personID = enrollment.personID
            personName = row.enrollment.personName
            courseTitle = row.enrollment.courseTitle
            activity = row.heldUp.item.step.key
            occurrence = row.heldUp.item.occurrence
            kind = row.heldUp.item.step.kind
            title = row.heldUp.item.step.title
            days = row.heldUp.days
            offer = row.heldUp.offer
        }

        static let schema = Schema.object([
            "enrollment_id": .id(Enrollment.idPrefix), "person_id": .id(Person.idPrefix), "person_name": .string,
            "course_title": .string, "activity": .string, "occurrence": .integer, "kind": .words(ActivityKind.self),
            "title": .string, "days": Schema.integer.described("Since it was due."),
            "offer": .words(HeldUp.Offer.self).described("What a manager can do about it."),
        ])
    }

    private struct Body: Encodable { let rows: [Row] }

    static let show = Operation(
        summary: "Report who of those who report to the caller themselves is held up: of each enrollment under way the "
            + "step that is overdue the longest, longest first.",
        who: "managers", replies: [(200, .json(.object(["rows": .array(Row.schema)])))]
    ) { call in
        try .json(Body(rows: try await call.campus.heldUp(call.access).map(Row.init)))
    }
}
