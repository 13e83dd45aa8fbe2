import Campus
import HTTPTypes
import Learning

/// Operations on sessions: signing in, who one is, signing out.
enum Sessions {
    /// A session that has just begun.
    struct Begun: Encodable {
        let token: String
        let expiresAt: Timestamp
        let person: PersonRow

        init(_ signedIn: SignedIn) {
            token = signedIn.secret
            expiresAt = Timestamp(signedIn.token.expiresAt)
            person = PersonRow(signedIn.person)
        }

        static let schema = Schema.object([
            "token": .string.described("The bearer secret; it is not shown again."), "expires_at": .time,
            "person": PersonRow.schema,
        ])
    }

    private struct Current: Encodable {
        let person: PersonRow
        let roles: [Role]
        let hasReports: Bool
        let expiresAt: Timestamp
        let scope: Caller.Scope
        let limitsURL: String

        init(_ session: Session) {
            person = PersonRow(session.person)
            roles = session.caller.roles.sorted()
            hasReports = session.caller.hasReports
            expiresAt = Timestamp(session.token.expiresAt)
            scope = session.caller.scope
            limitsURL = "/v1/limits"
        }
    }

    static let create = Operation(
        summary: "Sign in.", who: "everybody who has a password",
        body: .json(
            .object([
                "login": .string(1...254).described("An e-mail, in any case, or an external id."),
                "password": .string(1...PasswordRule.length.upperBound),
            ])),
        replies: [(201, .json(Begun.schema))], refusals: [401, 429], needsSignIn: false
    ) { call in
        let body = try await call.fields()
        let login = body.string("login", 1...254)
        let password = body.string("password", 1...PasswordRule.length.upperBound)
        try body.check()
        let begun = try await call.campus.signIn(login: login, password: password, address: call.clientAddress)
        return try .secret(Begun(begun), at: "/v1/sessions/current")
    }

    static let show = Operation(
        summary: "Say who the caller is and what they may do.", who: "everybody signed in",
        replies: [
            (
                200,
                .json(
                    .object([
                        "person": PersonRow.schema, "roles": .array(.words(Role.self)),
                        "has_reports": .boolean.described("Whether anybody reports to them, which makes a manager."),
                        "expires_at": .time, "scope": .words(Caller.Scope.self), "limits_url": .string,
                    ]))
            )
        ]
    ) { call in
        try .json(Current(try await call.campus.currentSession(call.access)))
    }

    static let delete = Operation(
        summary: "Sign out: end the session, or the token that came with the call.", who: "everybody signed in",
        replies: [(204, nil)]
    ) { call in
        try await call.campus.signOut(call.access)
        return .noContent
    }
}
