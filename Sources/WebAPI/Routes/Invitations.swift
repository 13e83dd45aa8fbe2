import Campus
import HTTPTypes
import Learning

/// Operations on invitations: one-use links into the product.
enum Invitations {
    private struct Made: Encodable {
        let id: Identifier<Invitation>
        let url: String
        let expiresAt: Timestamp
    }

    /// What an admin may make a link for.
    private enum Wanted: String, CaseIterable {
        case invite, reset

        var purpose: Invitation.Purpose { self == .invite ? .invite : .reset }
    }

    static let create = Operation(
        summary: "Make a link with which a person chooses a password. An earlier one of theirs is over.",
        who: "an admin",
        body: .json(
            .object([
                "person_id": .id(Person.idPrefix),
                "purpose": .words(Wanted.self).described(
                    "A link to invite is good for a week, one to reset for a day."),
            ])),
        replies: [
            (
                201,
                .json(
                    .object([
                        "id": .id(Invitation.idPrefix), "url": .string.described("It is not shown again."),
                        "expires_at": .time,
                    ]))
            )
        ]
    ) { call in
        let body = try await call.fields()
        let person = body.identifier("person_id", Person.self)
        let wanted = body.choice("purpose", standIn: Wanted.invite)
        try body.check()
        let made = try await call.campus.invite(person, wanted.purpose, call.access)
        return try .secret(
            Made(id: made.invitation.id, url: made.url, expiresAt: Timestamp(made.invitation.expiresAt)),
            at: "/v1/invitations/\(made.invitation.id)")
    }

    static let redeem = Operation(
        summary: "Use a link: choose a password and be signed in.", who: "whoever was given the link",
        body: .json(
            .object([
                "token": .string(1...200).described("What stands at the end of the link."),
                "password?": .string(PasswordRule.length).nullable.described(
                    "For every link but one to look around as somebody of the starter organization."),
                "name?": .string(1...Limits.name.value).nullable.described("For the first admin alone."),
                "email?": Schema.email.nullable.described("For the first admin alone."),
            ])),
        replies: [(201, .json(Sessions.Begun.schema))], refusals: [410], needsSignIn: false
    ) { call in
        let body = try await call.fields()
        let token = body.string("token", 1...200)
        let password = body.optionalString("password", PasswordRule.length)
        let name = body.optionalString("name", 1...Limits.name.value)
        let email = body.optionalString("email", 1...254)
        try body.check()
        let begun = try await call.campus.redeem(secret: token, password: password, name: name, email: email)
        return try .secret(Sessions.Begun(begun), at: "/v1/sessions/current")
    }
}
