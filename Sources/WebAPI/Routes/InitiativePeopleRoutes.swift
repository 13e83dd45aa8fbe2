import Campus
import HTTPTypes
import Learning

/// Who is in an initiative.
enum InitiativePeopleRoutes {
    private struct Place: Encodable {
        let courseID: Identifier<Course>
        let enrollmentID: Identifier<Enrollment>
        let result: String

        static let schema = Schema.object([
            "course_id": .id(Course.idPrefix), "enrollment_id": .id(Enrollment.idPrefix),
            "result": Schema.words(InitiativePersonResult.Place.How.self).described(
                "`taken-over`: under way alone until now, and on its own days; `kept`: there already."),
        ])
    }

    private struct Row: Encodable {
        let row: Int
        let given: String
        @Nullable var personID: Identifier<Person>?
        @Nullable var name: String?
        let result: String
        let enrollments: [Place]
        @Nullable var error: Refusal.Detail?

        init(_ result: InitiativePersonResult) {
            row = result.row
            given = result.given
            personID = result.person
            name = result.name
            self.result = result.word
            enrollments = result.places.map {
                Place(courseID: $0.course, enrollmentID: $0.enrollment, result: $0.how.rawValue)
            }
            if case .refused(let detail) = result.outcome { error = detail }
        }

        static let schema = Schema.object([
            "row": Schema.integer.described("1-based."), "given": .string, "person_id": .id(Person.idPrefix).nullable,
            "name": Schema.string.nullable.described("Null where it is not the caller's to know."),
            "result": .words(words), "enrollments": .array(Place.schema), "error": Schema.detail.nullable,
        ])
    }

    private static let words = ["added", "extended", "unchanged", "refused"]

    private struct Body: Encodable {
        let added: Int
        let extended: Int
        let unchanged: Int
        let refused: Int
        let rows: [Row]

        init(_ results: [InitiativePersonResult]) {
            var counts: [String: Int] = [:]
            for result in results { counts[result.word, default: 0] += 1 }
            added = counts["added"] ?? 0
            extended = counts["extended"] ?? 0
            unchanged = counts["unchanged"] ?? 0
            refused = counts["refused"] ?? 0
            rows = results.map(Row.init)
        }

        static let schema = Schema.object([
            "added": .integer,
            "extended": Schema.integer.described("In it already, and enrolled in courses that it got since."),
            "unchanged": .integer, "refused": .integer, "rows": .array(Row.schema),
        ])
    }

    static let create = Operation(
        summary: "Add people to an initiative and enroll them in its courses; each row is taken or refused for itself.",
        who: "its sponsor and admins anybody, managers their own tree",
        body: .json(
            .object([
                "people?": Schema.array(.string(1...200), max: Limits.initiativePeople.value).described(
                    "Ids or personnel numbers."),
                "team?": Schema.string(1...200).described(
                    "Everybody below this manager, at every depth: an id or a personnel number."),
                "members?": Schema.boolean.described("Everybody who is in it, for courses that it got since."),
            ]).orNulls),
        replies: [(200, .json(Body.schema))]
    ) { call in
        let id = try call.identifier(of: Initiative.self, what: "initiative")
        let body = try await call.fields()
        let people = body.strings("people", count: Limits.initiativePeople.value, length: 1...200)
        let team = body.optionalString("team", 1...200)
        let members = body.optionalBool("members") ?? false
        if [people != nil, team != nil, members].count(where: { $0 }) != 1 {
            body.problem("people", "required", "Name the people, the team, or the members: one of them.")
        }
        try body.check()
        let whom: InitiativePeople = team.map { .team($0) } ?? (members ? .members : .named(people ?? []))
        return try .json(Body(try await call.campus.add(whom, to: id, call.access)))
    }

    private struct MemberRow: Encodable {
        let id: Identifier<Person>
        let name: String
        let addedAt: Timestamp

        init(_ member: InitiativeMember) {
            id = member.id
            name = member.name
            addedAt = Timestamp(member.addedAt)
        }

        static let schema = Schema.object(["id": .id(Person.idPrefix), "name": .string, "added_at": .time])
    }

    static let list = Operation(
        summary: "List the people of an initiative.",
        who: "whoever sees it, among the people whom they may know: themselves, their own tree, everybody for admins",
        items: Operation.Item.page, replies: [(200, .json(.listing(MemberRow.schema)))]
    ) { call in
        let id = try call.identifier(of: Initiative.self, what: "initiative")
        let page = try call.page(of: "initiative-people", Person.self)
        let people = try await call.campus.people(of: id, page: page.andOneMore, call.access)
        return try .json(
            Listing(people, limit: page.limit, list: "initiative-people", row: MemberRow.init) { [$0.id.text] })
    }
}
