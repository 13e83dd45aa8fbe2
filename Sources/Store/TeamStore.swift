public import Learning
public import Persistence

/// The tree of teams, and the rights that follow from it, as parts of statements: so that they are decided in the query.
public enum TeamStore {
    /// A subquery: the ids of everybody below `manager`, at every depth, those who left included.
    ///
    ///     "… WHERE enrollment.person_id IN \(TeamStore.below(manager))"
    public static func below(_ manager: Identifier<Person>) -> SQLQuery {
        """
        (WITH RECURSIVE team (id) AS (
            SELECT report.id FROM person AS report WHERE report.manager_id = \(manager)
            UNION
            SELECT report.id FROM person AS report JOIN team ON report.manager_id = team.id
        ) SELECT team.id FROM team)
        """
    }

    /// A subquery: the same with `manager`, as one list that an index is looked into for.
    public static func withManager(_ manager: Identifier<Person>) -> SQLQuery {
        """
        (WITH RECURSIVE team (id) AS (
            SELECT person.id FROM person WHERE person.id = \(manager)
            UNION
            SELECT report.id FROM person AS report JOIN team ON report.manager_id = team.id
        ) SELECT team.id FROM team)
        """
    }

    /// A condition: the person is the caller, below them, or anybody for an admin.
    /// - Parameter person: the column that holds the person's id.
    public static func isSeen(by caller: Caller, _ person: SQLQuery) -> SQLQuery {
        if caller.isAdmin { return "1 = 1" }
        return "(\(person) = \(caller.id) OR \(person) IN \(below(caller.id)))"
    }

    /// Whether `person` is below `manager`, at any depth. Nobody is below themselves.
    public static func contains(
        manager: Identifier<Person>, person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Bool {
        // Up from the person: a chain is shorter than a tree.
        try managers(above: person, connection).contains(manager)
    }

    /// Everybody above a person, at every distance, those who left included.
    public static func managers(
        above person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Set<Identifier<Person>> {
        Set(
            try connection.column(
                """
                WITH RECURSIVE above (id) AS (
                    SELECT person.manager_id FROM person WHERE person.id = \(person)
                    UNION
                    SELECT person.manager_id FROM person JOIN above ON person.id = above.id
                )
                SELECT above.id FROM above WHERE above.id IS NOT NULL
                """, of: Identifier<Person>.self))
    }

    /// Whether the caller manages `person` at any depth, or is an admin.
    public static func isAbove(
        _ caller: Caller, _ person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Bool {
        if caller.isAdmin { return true }
        return try contains(manager: caller.id, person: person, connection)
    }

    /// The teams that the caller may see: their own and those within, or all for an admin; by the manager's name.
    public static func list(
        seenBy caller: Caller, only manager: Identifier<Person>? = nil, page: Page<PersonPlace>,
        _ connection: any SQLConnection
    ) throws -> [Team] {
        var chosen: SQLQuery = """
            SELECT person.id, person.name, person.name_key, person.manager_id FROM person
            WHERE \(isSeen(by: caller, "person.id")) AND person.left_at IS NULL
              AND (person.is_manager = 1 OR EXISTS (SELECT 1 FROM person AS report
                                                    WHERE report.manager_id = person.id AND report.left_at IS NULL))
            """
        if let manager { chosen = chosen + " AND person.id = \(manager)" }
        if let after = page.after { chosen = chosen + " AND \(after.isBefore)" }
        return try connection.rows(
            """
            WITH RECURSIVE chosen (id, name, name_key, manager_id) AS (
                \(chosen) ORDER BY person.name_key, person.id LIMIT \(page.limit)
            ), member (team, id, depth) AS (
                SELECT chosen.id, person.id, 1 FROM chosen JOIN person ON person.manager_id = chosen.id
                UNION
                SELECT member.team, person.id, 2 FROM member JOIN person ON person.manager_id = member.id
            )
            SELECT chosen.id, chosen.name, chosen.manager_id,
                   COUNT(person.id), COUNT(CASE WHEN member.depth = 1 THEN person.id END)
            FROM chosen
            LEFT JOIN member ON member.team = chosen.id
            LEFT JOIN person ON person.id = member.id AND person.left_at IS NULL
            GROUP BY chosen.id, chosen.name, chosen.name_key, chosen.manager_id
            ORDER BY chosen.name_key, chosen.id
            """)
    }
}

extension Team: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), name: try row.next(), managerID: try row.next(), people: try row.next(),
            direct: try row.next())
    }
}
