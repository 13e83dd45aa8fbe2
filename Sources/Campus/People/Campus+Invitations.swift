public import Learning
import Persistence
import Store

extension Campus {
    /// Makes a link with which a person chooses a password. An earlier one of theirs is over. Admins alone.
    /// - Parameter purpose: `invite`, good for a week, or `reset`, good for a day.
    public func invite(
        _ id: Identifier<Person>, _ purpose: Invitation.Purpose, _ access: Access
    ) async throws -> Invited {
        let now = now()
        let secret = Secret.make(prefix: "cmi")
        let invitationID: Identifier<Invitation> = makeIdentifier()
        let invitation = try await write(access) { connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin hands out links.") }
            guard purpose != .setup else {
                throw Refusal.invalid("/purpose", "unknown-value", "A link is for invite or reset.")
            }
            guard let person = try PersonStore.find(id, connection), person.leftAt == nil else {
                throw Refusal.missing("person")
            }
            try InvitationStore.end(of: id, now: now, connection)
            let invitation = Invitation(
                id: invitationID, purpose: purpose, personID: id, createdBy: caller.personID, createdAt: now,
                expiresAt: now.advanced(bySeconds: purpose.length))
            try InvitationStore.insert(invitation, hash: Secret.hash(secret), connection)
            return invitation
        }
        return Invited(invitation: invitation, secret: secret, url: "\(publicURL)/#/invitation/\(secret)")
    }

    /// While no admin can sign in: makes a link with which somebody becomes one, good for a day. Each call ends the link
    /// before.
    /// - Returns: nil once an admin has a way to sign in.
    public func setUpLink() async throws -> String? {
        let now = now()
        let secret = Secret.make(prefix: "cmi")
        let invitation = Invitation(
            id: makeIdentifier(), purpose: .setup, personID: nil, createdBy: nil, createdAt: now,
            expiresAt: now.advanced(bySeconds: Invitation.Purpose.setup.length))
        let isMade = try await write(.operator) { connection, _ in
            guard try !CredentialStore.hasAdmin(connection) else { return false }
            try InvitationStore.end(of: nil, now: now, connection)
            try InvitationStore.insert(invitation, hash: Secret.hash(secret), connection)
            return true
        }
        return isMade ? "\(publicURL)/#/setup/\(secret)" : nil
    }

    /// Uses a link: sets the password, ends the sessions and tokens that there are, and begins a session. A set-up link
    /// also makes the first admin.
    /// - Parameters:
    ///   - name: for a set-up link alone, which needs it.
    ///   - email: likewise; what the admin signs in with.
    /// - Throws: ``Refusal`` of kind `gone` when the link is unknown, used or over.
    public func redeem(
        secret: String, password: String, name: String?, email: String?
    ) async throws -> SignedIn {
        let now = now()
        let hash = Secret.hash(secret)
        let found = try await retrying {
            try await database.read { try InvitationStore.find(hash: hash, now: now, $0) }
        }
        guard let invitation = found else { throw Self.linkIsOver }
        try PasswordRule.check(password)
        let founder = try founder(invitation, name: name, email: email, now: now)
        guard let owner = founder?.id ?? invitation.personID else { throw Self.linkIsOver }
        let passwordHash = try await passwords.hash(password)
        let credentialID = makeID()
        let token = session(of: owner, now: now)
        let sessionSecret = Secret.make(prefix: Session.prefix)
        return try await retrying {
            try await database.write { connection in
                guard try InvitationStore.use(invitation.id, now: now, connection) else { throw Self.linkIsOver }
                if let founder {
                    try PersonStore.holdTree(connection)
                    guard try !CredentialStore.hasAdmin(connection) else { throw Self.linkIsOver }
                    try Self.translatingTaken { try PersonStore.insert(founder, connection) }
                }
                guard let person = try PersonStore.find(owner, connection), person.leftAt == nil else {
                    throw Self.linkIsOver
                }
                try CredentialStore.setPassword(
                    hash: passwordHash, of: owner, newID: credentialID, now: now, connection)
                // Whoever got in before may hold them.
                try TokenStore.endAll(of: owner, now: now, connection)
                try SignInTry.forgive(owner, connection)
                try TokenStore.insert(token, hash: Secret.hash(sessionSecret), connection)
                return SignedIn(secret: sessionSecret, token: token, person: person)
            }
        }
    }

    /// The first admin, for a set-up link; nil for any other.
    private func founder(
        _ invitation: Invitation, name: String?, email: String?, now: Instant
    ) throws(Refusal) -> Person? {
        guard invitation.purpose == .setup else {
            guard name == nil, email == nil else {
                throw .invalid(name == nil ? "/email" : "/name", "unknown-field", "Only a set-up link takes this.")
            }
            return nil
        }
        guard let name else { throw .invalid("/name", "required", "Say who you are.") }
        guard let email else { throw .invalid("/email", "required", "Say what you will sign in with.") }
        let draft = PersonDraft(name: name, email: email, roles: [.learner, .admin])
        try Self.check(draft)
        return Person(
            id: makeIdentifier(), name: draft.name, email: draft.email, roles: draft.roles, createdAt: now)
    }

    private static let linkIsOver = Refusal(
        .gone, "link-over", "This link is over: it was used, replaced, or too old. An admin can make a new one.")
}

extension Invitation.Purpose {
    /// Seconds that such a link is good for.
    fileprivate var length: Int64 {
        switch self {
        case .setup, .reset: 86_400
        case .invite: 7 * 86_400
        }
    }
}
