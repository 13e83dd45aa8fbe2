import Campus
import HTTPTypes
import Learning

/// Operations on tokens: what speaks for a person, sessions among them.
enum Tokens {
    private struct Row: Encodable {
        let id: Identifier<Token>
        let personID: Identifier<Person>
        let kind: String
        let name: String
        let scope: Caller.Scope
        let createdAt: Timestamp
        let expiresAt: Timestamp
        /// In the reply to its making alone.
        var token: String?

        init(_ token: Token, secret: String? = nil) {
            id = token.id
            personID = token.personID
            kind = token.kind.rawValue
            name = token.name
            scope = token.scope
            createdAt = Timestamp(token.createdAt)
            expiresAt = Timestamp(token.expiresAt)
            self.token = secret
        }
    }

    private static let schema = Schema.object([
        "id": .id(Token.idPrefix), "person_id": .id(Person.idPrefix), "kind": .words(Token.Kind.self),
        "name": .string, "scope": .words(Caller.Scope.self), "created_at": .time, "expires_at": .time,
    ])

    static let list = Operation(
        summary: "List live tokens and sessions, oldest first, without their secrets.",
        who: "everybody their own; an admin anybody's, with `person`",
        items: [.query("person", .id(Person.idPrefix), "Whose; the caller's own unless said otherwise.")]
            + Operation.Item.page,
        replies: [(200, .json(.listing(schema)))]
    ) { call in
        let limit = try call.limit()
        let after = try call.cursor(list: "tokens", count: 1)?.first.map { Identifier<Token>(stored: $0) }
        let tokens = try await call.campus.tokens(
            of: try call.queryIdentifier("person"), page: Page(after: after, limit: limit + 1), call.access)
        return try .json(Listing(tokens, limit: limit, list: "tokens", row: { Row($0) }, key: { [$0.id.text] }))
    }

    static let create = Operation(
        summary: "Make a personal token. Its secret is shown this once.", who: "everybody for themselves",
        body: .json(
            .object([
                "name": .string(1...Limits.name.value).described("What it is for."),
                "scope": .words(Caller.Scope.self), "days": .integer(Campus.tokenDays),
            ])),
        replies: [(201, .json(schema.with(["token": .string.described("The bearer secret; it is not shown again.")])))]
    ) { call in
        let body = try await call.fields()
        let name = body.string("name", 1...Limits.name.value)
        let scope = body.choice("scope", standIn: Caller.Scope.read)
        let days = body.integer("days", Campus.tokenDays)
        try body.check()
        let made = try await call.campus.makeToken(name: name, scope: scope, days: days, call.access)
        return try .secret(Row(made.token, secret: made.secret), at: "/v1/tokens/\(made.token.id)")
    }

    static let delete = Operation(
        summary: "Revoke a token or end a session, at once.", who: "its owner, or an admin", replies: [(204, nil)]
    ) { call in
        try await call.campus.revokeToken(try call.identifier(what: "token"), call.access)
        return .noContent
    }
}
