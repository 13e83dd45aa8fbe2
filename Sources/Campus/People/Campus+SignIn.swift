import Learning
import Persistence
import Store

extension Campus {
    /// Begins a session.
    /// - Parameters:
    ///   - login: an e-mail, in any case, or an external id.
    ///   - address: where the caller comes from; kept only hashed, to slow guessing down.
    /// - Throws: ``Refusal`` of kind `throttled`, or `unauthenticated` with code `wrong-credentials`, which takes as long
    ///   for a name that nobody has.
    public func signIn(login: String, password: String, address: String) async throws -> SignedIn {
        let now = now()
        let tried = try await retrying {
            try await database.write { connection in
                let account = try CredentialStore.account(login: login, connection)
                return try SignInTry(account: account, login: login, address: address, now: now, connection)
            }
        }
        guard try await isRight(password, tried), let account = tried.account else { throw Self.wrongCredentials }
        let secret = Secret.make(prefix: Session.prefix)
        let token = session(of: account.person, now: now)
        return try await retrying {
            try await database.write { connection in
                // The password may have been changed, or its owner have left, while it was being checked.
                guard try CredentialStore.account(of: account.person, connection)?.hash == account.hash,
                    let person = try PersonStore.find(account.person, connection)
                else { throw Self.wrongCredentials }
                try tried.succeed(connection)
                try TokenStore.insert(token, hash: Secret.hash(secret), connection)
                return SignedIn(secret: secret, token: token, person: person)
            }
        }
    }

    /// The caller's session.
    public func currentSession(_ access: Access) async throws -> Session {
        let now = now()
        return try await read(access) { connection, caller in
            guard case .bearer(let hash) = access, let token = try TokenStore.find(hash: hash, now: now, connection),
                let person = try PersonStore.find(caller.id, connection)
            else { throw Refusal.missing("session") }
            return Session(person: person, caller: caller, token: token)
        }
    }

    /// Ends the caller's session, or the token that they came with.
    public func signOut(_ access: Access) async throws {
        let now = now()
        try await write(access) { connection, caller in
            guard case .bearer(let hash) = access, let token = try TokenStore.find(hash: hash, now: now, connection)
            else { throw Refusal.missing("session") }
            _ = try TokenStore.revoke(token.id, of: caller.id, now: now, connection)
        }
    }

    /// A new session of a person, to be stored beside the hash of its secret.
    func session(of person: Identifier<Person>, now: Instant) -> Token {
        Token(
            id: makeIdentifier(), personID: person, kind: .session, name: "sign-in", scope: .all, createdAt: now,
            expiresAt: now.advanced(bySeconds: Session.length))
    }

    static let wrongCredentials = Refusal(
        .unauthenticated, "wrong-credentials",
        "Name or password is wrong. Whoever has forgotten the password asks an admin for a link.")
}
