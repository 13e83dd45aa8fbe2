public import Learning
import Persistence
import Store

extension Campus {
    /// Makes a link with which a person chooses a password. An earlier one of theirs is over. Admins alone.
    /// - Parameters:
    ///   - purpose: `invite`, good for a week, or `reset`, good for a day.
    ///   - url: where people reach the page; where this campus is reached unless it is given.
    public func invite(
        _ id: Identifier<Person>, _ purpose: Invitation.Purpose, at url: String? = nil, _ access: Access
    ) async throws -> Invited {
        let now = now()
        let invitationID: Identifier<Invitation> = makeIdentifier()
        return try await write(access) { [publicURL] connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin hands out links.") }
            guard purpose == .invite || purpose == .reset else {
                throw Refusal.invalid("/purpose", "unknown-value", "A link is for invite or reset.")
            }
            guard let person = try PersonStore.find(id, connection), person.leftAt == nil else {
                throw Refusal.missing("person")
            }
            try InvitationStore.end(of: id, now: now, connection)
            return try Self.invite(
                person, purpose, as: invitationID, by: caller, now: now, at: url ?? publicURL, connection)
        }
    }

    /// The same for somebody who is here and has no link yet, by somebody whose rights are checked.
    static func invite(
        _ person: Person, _ purpose: Invitation.Purpose, as id: Identifier<Invitation>, by caller: Caller,
        now: Instant, at url: String, _ connection: any SQLConnection
    ) throws -> Invited {
        let secret = Secret.make(prefix: "cmi")
        let invitation = Invitation(
            id: id, purpose: purpose, personID: person.id, createdBy: caller.personID, createdAt: now,
            expiresAt: now.advanced(bySeconds: purpose.length))
        try InvitationStore.insert(invitation, hash: Secret.hash(secret), connection)
        try AuditStore.append(
            [
                AuditEntry(
                    .linkMade, person.id, by: caller, at: now, [AuditChange("purpose", after: purpose.rawValue)])
            ], connection)
        let page = purpose == .tour ? "try" : "invitation"
        return Invited(invitation: invitation, secret: secret, url: "\(url)/#/\(page)/\(secret)")
    }

    private static let servedAt = "served-at"

    /// Notes where people reach the page, for the links that commands make.
    public func noteAddress() async throws {
        try await write(.operator) { [publicURL] connection, _ in
            try SettingStore.set(Self.servedAt, value: publicURL, connection)
        }
    }

    /// Where people reached the page when it was last served; nil before.
    public func notedAddress() async throws -> String? {
        try await read(.operator) { connection, _ in try SettingStore.value(Self.servedAt, connection) }
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
    /// also makes the first admin; a link to look around only begins a session.
    /// - Parameters:
    ///   - password: what every link but one to look around needs.
    ///   - name: for a set-up link alone, which needs it.
    ///   - email: likewise; what the admin signs in with.
    /// - Throws: ``Refusal`` of kind `gone` when the link is unknown, used or over.
    public func redeem(
        secret: String, password: String?, name: String?, email: String?
    ) async throws -> SignedIn {
        let now = now()
        let hash = Secret.hash(secret)
        let found = try await retrying {
            try await database.read { try InvitationStore.find(hash: hash, now: now, $0) }
        }
        guard let invitation = found else { throw Self.linkIsOver }
        let chosen = try Self.chosen(password, for: invitation.purpose)
        let founder = try founder(invitation, name: name, email: email, now: now)
        guard let owner = founder?.id ?? invitation.personID else { throw Self.linkIsOver }
        var passwordHash: String?
        if let chosen { passwordHash = try await passwords.hash(chosen) }
        let credentialID = makeID()
        let token = session(of: owner, now: now)
        let sessionSecret = Secret.make(prefix: Session.prefix)
        return try await retrying { [passwordHash] in
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
                if let passwordHash {
                    try CredentialStore.setPassword(
                        hash: passwordHash, of: owner, newID: credentialID, now: now, connection)
                    // Whoever got in before may hold them.
                    try TokenStore.endAll(of: owner, now: now, connection)
                    try CalendarFeedStore.remove(of: owner, connection)
                    try SignInTry.forgive(owner, connection)
                }
                try TokenStore.insert(token, hash: Secret.hash(sessionSecret), connection)
                let purpose = AuditChange("purpose", after: invitation.purpose.rawValue)
                let made = founder.map { AuditChange.list(from: nil, to: $0) } ?? []
                try AuditStore.append(
                    [
                        AuditEntry(
                            at: now, actor: .link, founder == nil ? .linkUsed : .personAdded, subject: "\(owner)",
                            person: owner, changes: [purpose] + made)
                    ], connection)
                return SignedIn(secret: sessionSecret, token: token, person: person)
            }
        }
    }

    /// The password that a link sets; nil for one that sets none.
    private static func chosen(_ password: String?, for purpose: Invitation.Purpose) throws(Refusal) -> String? {
        guard let password else {
            guard purpose == .tour else { throw .invalid("/password", "required", "Choose a password.") }
            return nil
        }
        guard purpose != .tour else {
            throw .invalid("/password", "unknown-field", "A link to look around sets no password.")
        }
        try PasswordRule.check(password)
        return password
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
        case .setup, .reset, .tour: 86_400
        case .invite: 7 * 86_400
        }
    }
}
