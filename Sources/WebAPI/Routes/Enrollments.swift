import Campus
import HTTPTypes
import Learning

/// Operations on enrollments.
enum Enrollments {
    private struct ResultRow: Encodable {
        let row: Int
        let given: String
        @Nullable var personID: Identifier<Person>?
        let result: String
        @Nullable var enrollmentID: Identifier<Enrollment>?
        @Nullable var error: Refusal.Detail?

        init(_ result: EnrollmentResult) {
            row = result.row
            given = result.given
            personID = result.person
            enrollmentID = result.enrollment
            switch result.outcome {
            case .created: self.result = "created"
            case .refused(let detail):
                self.result = "refused"
                error = detail
            }
        }

        static let schema = Schema.object([
            "row": Schema.integer.described("1-based; who is named again is no other row."), "given": .string,
            "person_id": .id(Person.idPrefix).nullable, "result": .words(["created", "refused"]),
            "enrollment_id": .id(Enrollment.idPrefix).nullable.described(
                "The new one, or the running one that stands in the way."),
            "error": Schema.detail.nullable,
        ])
    }

    private struct Results: Encodable { let results: [ResultRow] }

    static let create = Operation(
        summary: "Enroll people or a team in a course; each row is created or refused for itself.",
        who: "an admin anybody, a manager their own tree, a trainer anybody in courses they own, others themselves in "
            + "an open course",
        body: .json(
            .object([
                "people?": Schema.array(.string(1...200), max: Limits.enrolledTogether.value).described(
                    "Ids or personnel numbers."),
                "team?": Schema.string(1...200).described(
                    "Everybody below this manager, at every depth: an id or a personnel number."),
                "course_id": .id(Course.idPrefix),
                "starts_on?": .date.nullable, "time_zone?": .timeZone.nullable,
            ]).orNulls),
        replies: [(200, .json(.object(["results": .array(ResultRow.schema)])))]
    ) { call in
        let body = try await call.fields()
        let people = body.strings("people", count: Limits.enrolledTogether.value, length: 1...200)
        let team = body.optionalString("team", 1...200)
        let course = body.identifier("course_id", Course.self)
        let startsOn = body.optionalDate("starts_on")
        let timeZone = body.optionalString("time_zone", 1...100)
        if (people == nil) == (team == nil) {
            body.problem("people", "required", "Name the people or the team: one of them.")
        }
        try body.check()
        let request = EnrollmentRequest(
            team.map { .team($0) } ?? .named(people ?? []), course: course, startsOn: startsOn, timeZone: timeZone)
        let results = try await call.campus.enroll(request, call.access)
        return try .json(Results(results: results.map(ResultRow.init)))
    }

    static let list = Operation(
        summary: "List enrollments, oldest first.",
        who: "an admin all, a manager their own tree, a trainer those of courses they own, others their own",
        items: [
            .query("person", .id(Person.idPrefix), "Only this person's."),
            .query("course", .id(Course.idPrefix), "Only those in this course."),
            .query("team", .id(Person.idPrefix), "Only those of everybody below this manager."),
        ] + Operation.Item.page,
        replies: [(200, .json(.listing(EnrollmentRow.schema)))]
    ) { call in
        let filter = EnrollmentFilter(
            person: try call.queryIdentifier("person"), course: try call.queryIdentifier("course"),
            team: try call.queryIdentifier("team"))
        let page = try call.page(of: "enrollments", Enrollment.self)
        let enrollments = try await call.campus.enrollments(filter, page: page.andOneMore, call.access)
        return try .json(
            Listing(enrollments, limit: page.limit, list: "enrollments", row: EnrollmentRow.init) {
                [$0.enrollment.id.text]
            })
    }

    static let show = Operation(
        summary: "Show an enrollment.", who: "whoever sees it in the list",
        replies: [(200, .json(EnrollmentRow.schema))]
    ) { call in
        let summary = try await call.campus.enrollment(try call.identifier(what: "enrollment"), call.access)
        return try .json(EnrollmentRow(summary), etag: summary.enrollment.revision)
    }
}
