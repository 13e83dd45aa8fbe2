public import Learning
public import Persistence

/// Somebody who is to be enrolled, as far as that matters.
public struct Candidate: Sendable, RowDecodable {
    public var id: Identifier<Person>
    public var managerID: Identifier<Person>?
    public var timeZone: String
    public var hasLeft: Bool

    public init(row: inout SQLRow) throws {
        id = try row.next()
        managerID = try row.next()
        timeZone = try row.next()
        hasLeft = try row.next()
    }
}

extension EnrollmentStore {
    /// Those of these people whom the caller may enroll in a course, held against moves until the transaction ends: anybody
    /// for an admin and for the trainer who owns it, their own tree for a manager, and themselves where it is open.
    public static func candidates(
        _ people: [Identifier<Person>], for course: Course, caller: Caller, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: Candidate] {
        var candidates: [Identifier<Person>: Candidate] = [:]
        try Slices.forEachList(people.sorted()) { list in
            let rows: [Candidate] = try connection.rows(
                """
                SELECT person.id, person.manager_id, person.time_zone,
                       CASE WHEN person.left_at IS NULL THEN 0 ELSE 1 END
                FROM person WHERE person.id IN \(list: list) AND \(mayEnroll(caller, course))
                ORDER BY person.id \(.forUpdate)
                """)
            for row in rows { candidates[row.id] = row }
        }
        return candidates
    }

    /// Everybody below a manager who is here, by id.
    public static func team(
        of manager: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>] {
        try connection.column(
            """
            SELECT person.id FROM person
            WHERE person.id IN \(TeamStore.below(manager)) AND person.left_at IS NULL ORDER BY person.id
            """)
    }

    private static func mayEnroll(_ caller: Caller, _ course: Course) -> SQLQuery {
        if caller.isAdmin || (caller.isTrainer && course.ownerID == caller.id) { return "1 = 1" }
        let tree: SQLQuery = "person.id IN \(TeamStore.below(caller.id))"
        return course.isOpen ? "(person.id = \(caller.id) OR \(tree))" : tree
    }
}
