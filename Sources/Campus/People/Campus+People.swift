public import Learning
import Persistence
import Store

extension Campus {
    /// The people that the caller may see, by name: everybody for an admin, their own tree for a manager, else themselves.
    /// - Throws: ``Refusal`` of kind `missing` when the team of the filter is not the caller's to see.
    public func people(
        _ filter: PersonFilter, page: Page<PersonPlace>, _ access: Access
    ) async throws -> [Person] {
        try await read(access) { connection, caller in
            if let team = filter.team {
                let start = Page<PersonPlace>(limit: 1)
                guard try !TeamStore.list(seenBy: caller, only: team, page: start, connection).isEmpty else {
                    throw Refusal.missing("team")
                }
            }
            return try PersonStore.list(seenBy: caller, filter, page: page, connection)
        }
    }

    /// One person.
    public func person(_ id: Identifier<Person>, _ access: Access) async throws -> Person {
        try await read(access) { connection, caller in
            guard let person = try PersonStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("person")
            }
            return person
        }
    }

    /// Who managed a person from when until when, oldest first: everybody's own, anybody's for an admin.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func managers(
        of id: Identifier<Person>, page: Page<Instant>, _ access: Access
    ) async throws -> [ManagerPeriod] {
        try await read(access) { connection, caller in
            guard caller.isAdmin || caller.id == id, try PersonStore.find(id, connection) != nil else {
                throw Refusal.missing("person")
            }
            return try PersonStore.managers(of: id, page: page, connection)
        }
    }

    /// The teams that the caller may see, by the manager's name.
    public func teams(page: Page<PersonPlace>, _ access: Access) async throws -> [Team] {
        try await read(access) { connection, caller in
            try TeamStore.list(seenBy: caller, page: page, connection)
        }
    }

    /// Adds a person. Admins alone.
    /// - Throws: ``Refusal`` of kind `invalid`, or `conflict` when the e-mail or external id is somebody else's.
    public func addPerson(_ draft: PersonDraft, _ access: Access) async throws -> Person {
        let (id, now) = (makeIdentifier(Person.self), now())
        return try await write(access) { connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin adds people.") }
            return try Self.add(draft, as: id, by: caller, now: now, connection)
        }
    }

    /// The same for somebody whose rights are checked, within a transaction.
    /// - Parameter line: where in a roster it stands.
    static func add(
        _ draft: PersonDraft, as id: Identifier<Person>, by caller: Caller, now: Instant,
        from line: AuditChange? = nil, _ connection: any SQLConnection
    ) throws -> Person {
        try check(draft)
        if let manager = draft.managerID { try checkManager(manager, connection) }
        let person = Person(
            id: id, externalID: draft.externalID, name: draft.name, email: draft.email, roles: draft.roles,
            managerID: draft.managerID, timeZone: draft.timeZone, locale: draft.locale, createdAt: now)
        try translatingTaken { try PersonStore.insert(person, connection) }
        let changes = AuditChange.list(from: nil, to: person) + [line]
        try AuditStore.append([AuditEntry(.personAdded, id, by: caller, at: now, changes)], connection)
        return person
    }

    /// - Throws: ``Refusal`` with everything that is wrong with the draft by itself.
    static func check(_ draft: PersonDraft) throws(Refusal) {
        let problems = draft.problems
        guard let first = problems.first else { return }
        throw Refusal(
            .invalid, problems.count == 1 ? first.code : "invalid-fields", first.message, details: problems)
    }

    /// A manager must be somebody who is here.
    static func checkManager(_ manager: Identifier<Person>, _ connection: any SQLConnection) throws {
        guard let found = try PersonStore.find(manager, connection), found.leftAt == nil else {
            throw noSuchManager
        }
    }

    /// Says in the product's words which of the two names that must be unique is taken.
    static func translatingTaken<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StoreError where error.kind == .duplicate {
            let field = error.message.contains("external_id") ? "external_id" : "email"
            throw taken(field)
        }
    }

    /// - Parameter field: `external_id` or `email`.
    static func taken(_ field: String) -> Refusal {
        let message = "Somebody else has this \(field == "email" ? "e-mail" : "external id")."
        return Refusal(
            .conflict, "taken", message, details: [.init(pointer: "/\(field)", code: "taken", message: message)])
    }

    static let noSuchManager = Refusal.invalid(
        "/manager_id", "no-such-person", "There is nobody here with this id.")
}
