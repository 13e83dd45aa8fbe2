public import Learning
public import Persistence

/// Persons as rows.
public enum PersonStore {
    static let columns: SQLQuery = """
        person.id, person.external_id, person.name, person.email, person.is_learner, person.is_trainer,
        person.is_manager, person.is_leader, person.is_admin, person.manager_id, person.time_zone, person.locale,
        person.created_at, person.left_at, person.revision
        """

    /// One person; nil when there is none with this id.
    public static func find(_ id: Identifier<Person>, _ connection: any SQLConnection) throws -> Person? {
        try connection.first("SELECT \(columns) FROM person WHERE id = \(id)")
    }

    /// Adds a person, and the first of the periods under a manager.
    /// - Throws: ``StoreError`` of kind `duplicate` when the external id or the e-mail is taken.
    public static func insert(_ person: Person, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO person (
                id, external_id, name, name_key, email, email_key, is_learner, is_trainer, is_manager, is_leader,
                is_admin, manager_id, time_zone, locale, created_at, left_at, revision
            ) VALUES (
                \(person.id), \(person.externalID), \(person.name), \(SortKey.make(person.name)), \(person.email),
                \(person.email?.lowercased()), \(person.roles.contains(.learner)), \(person.roles.contains(.trainer)),
                \(person.roles.contains(.manager)), \(person.roles.contains(.leader)),
                \(person.roles.contains(.admin)), \(person.managerID), \(person.timeZone), \(person.locale),
                \(person.createdAt), \(person.leftAt), \(person.revision)
            )
            """)
        try connection.execute(
            """
            INSERT INTO person_manager_period (person_id, manager_id, since, until)
            VALUES (\(person.id), \(person.managerID), \(person.createdAt), NULL)
            """)
        try writeKeys(person, connection)
    }

    /// What a prefix finds them by: every word of the name, the e-mail, the external id.
    static func writeKeys(_ person: Person, _ connection: any SQLConnection) throws {
        let keys =
            SortKey.suffixes(SortKey.make(person.name))
            + [person.email, person.externalID].compactMap { $0 }.map(SortKey.make)
        try connection.execute("DELETE FROM person_key WHERE person_id = \(person.id)")
        try connection.execute(
            """
            INSERT INTO person_key (key, person_id)
            VALUES \(rows: Set(keys).map { [$0.sqlValue, person.id.sqlValue] })
            """)
    }
}

extension Person: RowDecodable {
    public init(row: inout SQLRow) throws {
        let id: Identifier<Person> = try row.next()
        let externalID: String? = try row.next()
        let name: String = try row.next()
        let email: String? = try row.next()
        let has = try [Role.learner, .trainer, .manager, .leader, .admin].filter { _ in try row.next(Bool.self) }
        self.init(
            id: id, externalID: externalID, name: name, email: email, roles: Set(has), managerID: try row.next(),
            timeZone: try row.next(), locale: try row.next(), createdAt: try row.next(), leftAt: try row.next(),
            revision: try row.next())
    }
}
