public import Learning
import Persistence
import Store

extension Campus {
    /// Changes a person. An admin changes everything; everybody their own name, time zone and locale.
    ///
    /// Whoever leaves is signed out at once and counts no more; those who reported to them report one up from then on.
    /// - Parameter revision: the state that is changed.
    /// - Throws: ``Refusal`` of kind `stale` when it is not the newest; `conflict` when the e-mail or external id is taken,
    ///   a manager would be below themselves, or no admin would be left.
    public func changePerson(
        _ id: Identifier<Person>, _ change: PersonChange, revision: Int, _ access: Access
    ) async throws -> Person {
        let now = now()
        return try await write(access) { connection, caller in
            guard try PersonStore.find(id, seenBy: caller, connection) != nil else { throw Refusal.missing("person") }
            guard caller.isAdmin || (id == caller.id && change.isOwn) else {
                throw Refusal.forbidden("Only an admin changes this; everybody their own name, time_zone and locale.")
            }
            if !change.isOwn { try PersonStore.holdTree(connection) }
            guard let old = try PersonStore.hold(id, connection) else { throw Refusal.missing("person") }
            guard old.revision == revision else { throw Refusal.stale }
            return try Self.change(old, change, by: caller, now: now, connection)
        }
    }

    /// The same for somebody whose rights are checked.
    /// - Parameters:
    ///   - old: held, and the tree with it unless the change is the person's own.
    ///   - line: where in a roster it stands.
    static func change(
        _ old: Person, _ change: PersonChange, by caller: Caller, now: Instant, from line: AuditChange? = nil,
        _ connection: any SQLConnection
    ) throws -> Person {
        var new = change.applied(to: old)
        new.revision += 1
        try check(PersonDraft(new))
        if new.managerID != old.managerID { try checkMove(of: old.id, below: new.managerID, connection) }
        if case .set(let leaving) = change.leaving {
            new.leftAt = try leaving.map { leaving in try old.leftAt ?? leaving.moment(for: new, now: now) }
            if leaving == nil { new.managerID = try PersonStore.present(from: new.managerID, connection) }
        }
        if !caller.isOperator { try checkAdminIsLeft(old: old, new: new, connection) }
        try translatingTaken { try PersonStore.update(new, connection) }
        if new.locale != old.locale { try StorySourceStore.noteChange(ofAuthor: new.id, connection) }
        let changes = AuditChange.list(from: old, to: new)
        if !changes.isEmpty {
            let entry = AuditEntry(.personChanged, new.id, by: caller, at: now, changes + [line])
            try AuditStore.append([entry], connection)
        }
        try PersonMove(from: old, to: new, caller: caller).apply(now: now, connection)
        return new
    }

    /// Nobody is below themselves.
    private static func checkMove(
        of person: Identifier<Person>, below manager: Identifier<Person>?, _ connection: any SQLConnection
    ) throws {
        guard let manager else { return }
        try checkManager(manager, connection)
        guard try manager != person && !TeamStore.contains(manager: person, person: manager, connection) else {
            throw managerLoop
        }
    }

    /// Somebody must remain who can let others in.
    private static func checkAdminIsLeft(old: Person, new: Person, _ connection: any SQLConnection) throws {
        let was = old.roles.contains(.admin) && old.leftAt == nil
        let remains = new.roles.contains(.admin) && new.leftAt == nil
        guard was, !remains, try PersonStore.otherAdmins(than: new.id, connection) == 0 else { return }
        throw lastAdmin
    }

    static let managerLoop = Refusal(
        .conflict, "manager-loop", "This manager is the person or is below them: nobody manages themselves.",
        details: [.init(pointer: "/manager_id", code: "manager-loop", message: "Choose somebody else.")])

    static let lastAdmin = Refusal(
        .conflict, "last-admin", "This is the only admin: make somebody else one first.")
}
