import Learning
import Persistence
import Store

/// The people who are stored, within one transaction in which the tree is held.
struct StoredPeople: RosterPeople {
    let connection: any SQLConnection
    let caller: Caller
    let now: Instant
    let makeID: @Sendable () -> String
    let publicURL: String

    func find(_ name: String) throws -> Person? { try RosterStore.find(name, connection) }

    func holder(ofEmail email: String) throws -> Person? { try RosterStore.holder(ofEmail: email, connection) }

    func add(_ draft: PersonDraft, from line: AuditChange) throws -> Person {
        try Campus.add(draft, as: Identifier(stored: makeID()), by: caller, now: now, from: line, connection)
    }

    func change(_ old: Person, _ change: PersonChange, from line: AuditChange) throws -> Person {
        try Campus.change(old, change, by: caller, now: now, from: line, connection)
    }

    func clearEmails(of people: [Person]) throws {
        try RosterStore.clearEmails(of: people.map(\.id), connection)
    }

    func invite(_ person: Person) throws -> Invited {
        try Campus.invite(
            person, .invite, as: Identifier(stored: makeID()), by: caller, now: now, at: publicURL, connection)
    }

    func savepoint<Value>(_ body: () throws -> Value) throws -> Value { try connection.savepoint(body) }
}
