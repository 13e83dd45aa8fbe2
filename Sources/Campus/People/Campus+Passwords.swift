public import Learning
import Persistence
import Store

extension Campus {
    /// Sets a password and ends the person's other sessions; set by somebody else, their personal tokens too.
    /// - Parameters:
    ///   - current: the present password, which everybody gives for their own; an admin does without for others.
    /// - Throws: ``Refusal`` of kind `invalid` with code `wrong-password`, `throttled` after too many of those.
    public func setPassword(
        _ password: String, current: String?, of id: Identifier<Person>, _ access: Access
    ) async throws {
        try PasswordRule.check(password)
        let now = now()
        let (account, tried) = try await write(access) { connection, caller in
            try Self.checkMaySetPassword(of: id, caller, connection)
            guard let account = try CredentialStore.account(of: id, connection) else { throw Refusal.missing("person") }
            guard id == caller.id else { return (account, SignInTry?.none) }
            guard current != nil else {
                throw Refusal.invalid("/current", "required", "Your own password is changed with the present one.")
            }
            return (account, try SignInTry(account: account, login: "", address: nil, now: now, connection))
        }
        if let tried {
            guard try await isRight(current ?? "", tried) else {
                throw Refusal.invalid("/current", "wrong-password", "The present password is another one.")
            }
            try await write(access) { connection, _ in try tried.succeed(connection) }
        }
        let hash = try await passwords.hash(password)
        let newID = makeID()
        try await write(access) { connection, caller in
            try Self.checkMaySetPassword(of: id, caller, connection)
            guard try CredentialStore.account(of: id, connection)?.hash == account.hash
            else { throw Refusal(.conflict, "changed-meanwhile", "The password has just been changed elsewhere.") }
            try CredentialStore.setPassword(hash: hash, of: id, newID: newID, now: now, connection)
            try InvitationStore.end(of: id, now: now, connection)
            try AuditStore.append([AuditEntry(.passwordSet, id, by: caller, at: now)], connection)
            if tried == nil {
                try TokenStore.endAll(of: id, now: now, connection)
            } else {
                try TokenStore.endSessions(of: id, except: access.hash, now: now, connection)
            }
        }
    }

    private static func checkMaySetPassword(
        of id: Identifier<Person>, _ caller: Caller, _ connection: any SQLConnection
    ) throws {
        guard try PersonStore.find(id, seenBy: caller, connection) != nil else { throw Refusal.missing("person") }
        guard id == caller.id || caller.isAdmin else {
            throw Refusal.forbidden("A password is its owner's; an admin may set it or hand out a link.")
        }
    }
}

extension Access {
    /// The hash of the token that the caller came with; nil for the command line and for nobody.
    var hash: String? {
        if case .bearer(let hash) = self { hash } else { nil }
    }
}
