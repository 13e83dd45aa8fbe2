public import Learning
import Persistence
import Store

extension Campus {
    /// Days that a personal token may live.
    public static let tokenDays = 1...Limits.tokenDays.value

    /// Live tokens and sessions, oldest first, without their secrets.
    /// - Parameter person: whose; nil for the caller's own, and for the command line everybody's.
    public func tokens(
        of person: Identifier<Person>?, page: Page<Identifier<Token>>, _ access: Access
    ) async throws -> [Token] {
        let now = now()
        return try await read(access) { connection, caller in
            if let person, person != caller.id, !caller.isAdmin { throw Refusal.missing("person") }
            return try TokenStore.list(of: person ?? caller.personID, page: page, now: now, connection)
        }
    }

    /// Makes a personal token.
    /// - Parameters:
    ///   - person: whose; nil for the caller's own. The command line alone makes one for somebody else.
    ///   - days: 1…``tokenDays``.
    /// - Returns: the token with its secret, which is not shown again.
    public func makeToken(
        of person: Identifier<Person>? = nil, name: String, scope: Caller.Scope, days: Int, _ access: Access
    ) async throws -> SignedIn {
        let now = now()
        let id: Identifier<Token> = makeIdentifier()
        let secret = Secret.make(prefix: "cmp")
        return try await write(access) { connection, caller in
            guard person == nil || person == caller.id || caller.isOperator else {
                throw Refusal.forbidden("A token is made by its owner.")
            }
            guard Self.tokenDays.contains(days) else {
                throw Refusal.invalid(
                    "/days", "out-of-range", "A token lives between 1 and \(Self.tokenDays.upperBound) days.")
            }
            guard let owner = try PersonStore.find(person ?? caller.id, connection), owner.leftAt == nil else {
                throw Refusal.missing("person")
            }
            let token = Token(
                id: id, personID: owner.id, kind: .personal, name: name, scope: scope, createdAt: now,
                expiresAt: now.advanced(bySeconds: Int64(days) * 86_400))
            try TokenStore.insert(token, hash: Secret.hash(secret), connection)
            try AuditStore.append([Self.entry(.tokenMade, token, by: caller, now: now)], connection)
            return SignedIn(secret: secret, token: token, person: owner)
        }
    }

    /// Ends a token or session at once: one's own, or anybody's for an admin.
    public func revokeToken(_ id: Identifier<Token>, _ access: Access) async throws {
        let now = now()
        try await write(access) { connection, caller in
            let token = try TokenStore.find(id, connection)
            guard try TokenStore.revoke(id, of: caller.isAdmin ? nil : caller.id, now: now, connection), let token
            else {
                throw Refusal.missing("live token")
            }
            // Signing out is nobody else's business, unless somebody else does it.
            guard token.kind == .personal || token.personID != caller.id else { return }
            try AuditStore.append([Self.entry(.tokenRevoked, token, by: caller, now: now)], connection)
        }
    }

    private static func entry(
        _ verb: AuditEntry.Verb, _ token: Token, by caller: Caller, now: Instant
    ) -> AuditEntry {
        AuditEntry(
            at: now, actor: caller.actor, verb, subject: "\(token.id)", person: token.personID,
            changes: [
                AuditChange("kind", after: token.kind.rawValue), AuditChange("name", after: token.name),
                AuditChange("scope", after: token.scope.rawValue),
            ])
    }
}
