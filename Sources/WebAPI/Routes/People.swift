import Campus
import HTTPTypes
import Learning

/// Operations on people.
enum People {
    static let list = Operation(
        summary: "List people by name.", who: "an admin everybody, a manager their own tree, others themselves",
        items: [
            .query("q", .string(0...200), "The start of any word of the name, of the e-mail or of the external id."),
            .query("team", .id(Person.idPrefix), "Only those below this manager."),
            .query("left", .boolean, "Whether those who left are listed as well."),
        ] + Operation.Item.page,
        replies: [(200, .json(.listing(PersonRow.schema)))]
    ) { call in
        let filter = PersonFilter(
            prefix: try call.text("q", upTo: 200), team: try call.queryIdentifier("team"),
            includesLeft: try call.queryFlag("left"))
        return try await page(of: filter, list: "people", call)
    }

    static let create = Operation(
        summary: "Add a person.", who: "an admin",
        body: .json(
            .object([
                "name": .string(1...Limits.name.value), "email?": .email.nullable,
                "external_id?": .string(1...200).nullable, "roles?": .array(.words(Role.self), max: 5),
                "manager_id?": .id(Person.idPrefix).nullable, "time_zone?": .timeZone, "locale?": .languageTag,
            ]).orNulls),
        replies: [(201, .json(PersonRow.schema))], refusals: [409]
    ) { call in
        let body = try await call.fields()
        let draft = PersonDraft(
            name: body.string("name", 1...Limits.name.value), email: body.optionalString("email", 1...254),
            externalID: body.optionalString("external_id", 1...200), roles: body.roles("roles") ?? [.learner],
            managerID: body.optionalIdentifier("manager_id"),
            timeZone: body.optionalString("time_zone", 1...100) ?? "UTC",
            locale: body.optionalString("locale", 1...35) ?? "en")
        try body.check()
        let person = try await call.campus.addPerson(draft, call.access)
        return try .created(PersonRow(person), at: "/v1/people/\(person.id)", etag: person.revision)
    }

    static let show = Operation(
        summary: "Show a person.", who: "an admin anybody, a manager their own tree, others themselves",
        replies: [(200, .json(PersonRow.schema))]
    ) { call in
        let person = try await call.campus.person(try call.identifier(what: "person"), call.access)
        return try .json(PersonRow(person), etag: person.revision)
    }

    /// A page of people by name, for the lists that hold them.
    static func page(of filter: PersonFilter, list: String, _ call: Call) async throws -> Reply {
        let limit = try call.limit()
        let people = try await call.campus.people(
            filter, page: Page(after: try call.place(list: list), limit: limit + 1), call.access)
        return try .json(Listing(people, limit: limit, list: list, row: PersonRow.init) { PersonPlace($0).keys })
    }
}

extension Fields {
    /// A set of roles; nil where the field is absent.
    func roles(_ name: String) -> Set<Role>? {
        guard let words = strings(name, count: Role.allCases.count, length: 1...20) else { return nil }
        return Set(
            words.enumerated().compactMap { index, word in
                if let role = Role(rawValue: word) { return role }
                let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                problem("\(name)/\(index)", "unknown-value", "\"\(word)\" is not one of: \(known).")
                return nil
            })
    }
}

extension Call {
    /// Where a list of people by name goes on.
    func place(list: String) throws(Refusal) -> PersonPlace? {
        guard let keys = try cursor(list: list, count: 2) else { return nil }
        return PersonPlace(nameKey: keys[0], id: Identifier(stored: keys[1]))
    }
}
