import Learning

/// What would become of people: the same rules over everybody in memory, so that looking at a roster keeps nobody waiting.
final class ForeseenPeople: RosterPeople {
    private var people: [Identifier<Person>: Person] = [:]
    private var byExternalID: [String: Identifier<Person>] = [:]
    /// Of those who are here, by the e-mail in lower case.
    private var byEmail: [String: Identifier<Person>] = [:]
    /// Of those who are here, by the manager.
    private var reports: [Identifier<Person>: Set<Identifier<Person>>] = [:]
    private var admins: Set<Identifier<Person>> = []
    /// What was there before each change, the latest last; nil for somebody who was not.
    private var before: [(Identifier<Person>, Person?)] = []
    private let caller: Caller
    private let now: Instant
    private let makeID: () -> String

    init(_ everybody: [Person], caller: Caller, now: Instant, makeID: @escaping () -> String) {
        self.caller = caller
        self.now = now
        self.makeID = makeID
        people.reserveCapacity(everybody.count)
        for person in everybody { put(person, as: person.id) }
    }

    func find(_ name: String) -> Person? {
        (byExternalID[name] ?? Identifier(name)).flatMap { people[$0] }
    }

    func holder(ofEmail email: String) -> Person? { byEmail[email.lowercased()].flatMap { people[$0] } }

    func add(_ draft: PersonDraft, from line: AuditChange) throws -> Person {
        try Campus.check(draft)
        if let manager = draft.managerID { try checkManager(manager) }
        let person = Person(
            id: Identifier(stored: makeID()), externalID: draft.externalID, name: draft.name, email: draft.email,
            roles: draft.roles, managerID: draft.managerID, timeZone: draft.timeZone, locale: draft.locale,
            createdAt: now)
        try take(person)
        return person
    }

    func change(_ old: Person, _ change: PersonChange, from line: AuditChange) throws -> Person {
        var new = change.applied(to: old)
        new.revision += 1
        try Campus.check(PersonDraft(new))
        if let manager = new.managerID, manager != old.managerID {
            try checkManager(manager)
            guard !isAbove(old.id, manager) else { throw Campus.managerLoop }
        }
        if case .set(let leaving) = change.leaving {
            new.leftAt = try leaving.map { leaving in try old.leftAt ?? leaving.moment(for: new, now: now) }
            if leaving == nil { new.managerID = present(from: new.managerID) }
        }
        if !caller.isOperator, Self.isAdminHere(old), !Self.isAdminHere(new), admins.subtracting([new.id]).isEmpty {
            throw Campus.lastAdmin
        }
        try take(new)
        if new.leftAt != nil, old.leftAt == nil { moveUp(reports[new.id] ?? [], of: new) }
        return new
    }

    func clearEmails(of cleared: [Person]) {
        for var person in cleared {
            person.email = nil
            keep(person, as: person.id)
        }
    }

    /// Nobody is told of what does not happen.
    func invite(_ person: Person) throws -> Invited {
        throw Refusal.invalid("invite", "nothing-to-invite", "Links are made when a roster is taken in.")
    }

    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        let mark = before.count
        do {
            return try body()
        } catch {
            while before.count > mark, let (id, person) = before.popLast() { put(person, as: id) }
            throw error
        }
    }

    // MARK: Rules

    private func checkManager(_ manager: Identifier<Person>) throws {
        guard let found = people[manager], found.leftAt == nil else { throw Campus.noSuchManager }
    }

    /// Whether somebody is a person or manages them at any depth.
    private func isAbove(_ manager: Identifier<Person>, _ person: Identifier<Person>) -> Bool {
        var seen: Set<Identifier<Person>> = []
        var next: Identifier<Person>? = person
        while let id = next, seen.insert(id).inserted {
            if id == manager { return true }
            next = people[id]?.managerID
        }
        return false
    }

    private func present(from manager: Identifier<Person>?) -> Identifier<Person>? {
        var seen: Set<Identifier<Person>> = []
        var candidate = manager
        while let id = candidate, seen.insert(id).inserted, let person = people[id] {
            if person.leftAt == nil { return id }
            candidate = person.managerID
        }
        return nil
    }

    private static func isAdminHere(_ person: Person) -> Bool { person.roles.contains(.admin) && person.leftAt == nil }

    private func moveUp(_ orphans: Set<Identifier<Person>>, of leaver: Person) {
        let above = present(from: leaver.managerID)
        for id in orphans {
            guard var report = people[id] else { continue }
            report.managerID = above
            report.revision += 1
            keep(report, as: id)
        }
    }

    // MARK: Keeping

    private func take(_ person: Person) throws {
        if let email = person.email, person.leftAt == nil, let holder = holder(ofEmail: email), holder.id != person.id {
            throw Campus.taken("email")
        }
        keep(person, as: person.id)
    }

    private func keep(_ person: Person, as id: Identifier<Person>) {
        before.append((id, people[id]))
        put(person, as: id)
    }

    private func put(_ person: Person?, as id: Identifier<Person>) {
        if let old = people[id] {
            if let name = old.externalID, byExternalID[name] == id { byExternalID[name] = nil }
            if let email = old.email?.lowercased(), byEmail[email] == id { byEmail[email] = nil }
            if let manager = old.managerID { reports[manager]?.remove(id) }
            admins.remove(id)
        }
        people[id] = person
        guard let person else { return }
        if let name = person.externalID { byExternalID[name] = id }
        guard person.leftAt == nil else { return }
        if let email = person.email?.lowercased() { byEmail[email] = id }
        if let manager = person.managerID { reports[manager, default: []].insert(id) }
        if person.roles.contains(.admin) { admins.insert(id) }
    }
}
