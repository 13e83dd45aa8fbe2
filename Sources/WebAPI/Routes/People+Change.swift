import Campus
import HTTPTypes
import Learning

extension People {
    static let update = Operation(
        summary: "Change a person. With `left_on` they leave: signed out at once, their reports one up.",
        who: "an admin; everybody their own name, time_zone and locale", items: [.ifMatch],
        body: .json(
            .object([
                "name?": .string(1...Limits.name.value), "email?": .email.nullable,
                "external_id?": .string(1...200).nullable, "roles?": .array(.words(Role.self), max: 5),
                "manager_id?": .id(Person.idPrefix).nullable, "time_zone?": .timeZone, "locale?": .languageTag,
                "left_on?": Schema.dayOrNow.nullable.described(
                    "A day up to today, or \"now\"; null for who comes back."),
            ])),
        replies: [(200, .json(PersonRow.schema))], refusals: [409]
    ) { call in
        let id = try call.identifier(of: Person.self, what: "person")
        let body = try await call.fields()
        let change = PersonChange(
            name: body.edit("name") { body.optionalString($0, 1...Limits.name.value) },
            email: body.nullableEdit("email") { body.optionalString($0, 1...254) },
            externalID: body.nullableEdit("external_id") { body.optionalString($0, 1...200) },
            roles: body.edit("roles") { body.roles($0) },
            managerID: body.nullableEdit("manager_id") { body.optionalIdentifier($0) },
            timeZone: body.edit("time_zone") { body.optionalString($0, 1...100) },
            locale: body.edit("locale") { body.optionalString($0, 1...35) },
            leaving: body.nullableEdit("left_on") { body.leaving($0) })
        try body.check()
        let revision = try call.ifMatch()
        let person = try await call.campus.changePerson(id, change, revision: revision, call.access)
        return try .json(PersonRow(person), etag: person.revision)
    }

    static let setPassword = Operation(
        summary: "Set a password; the person's other sessions end.",
        who: "everybody their own, with the present one; an admin anybody else's",
        body: .json(
            .object([
                "current?": .string(1...PasswordRule.length.upperBound).nullable.described("For one's own."),
                "password": .string(PasswordRule.length),
            ])),
        replies: [(204, nil)], refusals: [409, 429]
    ) { call in
        let id = try call.identifier(of: Person.self, what: "person")
        let body = try await call.fields()
        let current = body.optionalString("current", 1...PasswordRule.length.upperBound)
        let password = body.string("password", PasswordRule.length)
        try body.check()
        try await call.campus.setPassword(password, current: current, of: id, call.access)
        return .noContent
    }
}

extension Fields {
    /// A day, or `now`.
    fileprivate func leaving(_ name: String) -> PersonChange.Leaving? {
        guard let text = optionalString(name, 1...10) else { return nil }
        if text == "now" { return .now }
        guard let day = CivilDate(text) else {
            problem(name, "bad-date", "A date like 2026-03-01, or \"now\", is expected.")
            return nil
        }
        return .on(day)
    }
}
