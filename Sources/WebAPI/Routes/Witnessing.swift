import Campus
import HTTPTypes
import Learning

/// What waits for the caller's word.
enum Witnessing {
    static let list = Operation(
        summary:
            "List practices that wait for the caller's confirmation, then coachings that are due and theirs to hold.",
        who: "everybody, what waits for them: as direct manager, as one of the team, as the owner of the course",
        items: Operation.Item.page, replies: [(200, .json(.listing(Row.schema)))]
    ) { call in
        let limit = try call.limit()
        let after = try call.cursor(list: "witnessing", count: 4).map { keys throws(Refusal) in
            guard let enrollment = Identifier<Enrollment>(keys[1]), let occurrence = Int(keys[3]) else {
                throw Cursor.refusal
            }
            return Waiting.Place(
                isCoaching: keys[0] == "coaching", enrollment: enrollment, item: ItemKey(keys[2], occurrence))
        }
        let waiting = try await call.campus.waiting(page: Page(after: after, limit: limit + 1), call.access)
        return try .json(
            Listing(waiting, limit: limit, list: "witnessing", row: Row.init) { row in
                let place = row.place
                return [
                    place.isCoaching ? "coaching" : "practice", place.enrollment.text, place.item.activity,
                    "\(place.item.occurrence)",
                ]
            })
    }

    private struct Row: Encodable {
        let enrollmentID: Identifier<Enrollment>
        let personID: Identifier<Person>
        let personName: String
        let courseID: Identifier<Course>
        let courseTitle: String
        let activity: String
        let occurrence: Int
        let kind: ActivityKind
        let title: String
        @Nullable var evidence: String?
        @Nullable var link: String?
        @Nullable var submittedAt: Timestamp?
        @Nullable var dueOn: CivilDate?

        init(_ waiting: Waiting) {
            enrollmentID = waiting.enrollmentID
            personID = waiting.personID
            personName = waiting.personName
            courseID = waiting.courseID
            courseTitle = waiting.courseTitle
            activity = waiting.item.activity
            occurrence = waiting.item.occurrence
            kind = waiting.kind
            title = waiting.title
            evidence = waiting.evidence
            link = waiting.link
            submittedAt = Timestamp(waiting.submittedAt)
            dueOn = waiting.dueOn
        }

        static let schema = Schema.object([
            "enrollment_id": .id(Enrollment.idPrefix), "person_id": .id(Person.idPrefix), "person_name": .string,
            "course_id": .id(Course.idPrefix), "course_title": .string, "activity": .string, "occurrence": .integer,
            "kind": .words([ActivityKind.practice.rawValue, ActivityKind.coaching.rawValue]), "title": .string,
            "evidence": .string.nullable.described("What was handed in, in the learner's words."),
            "link": .string.nullable, "submitted_at": .time.nullable.described("Of a practice."),
            "due_on": .date.nullable.described("Of a coaching that has a date."),
        ])
    }
}
