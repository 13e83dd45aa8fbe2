public import Learning
public import Persistence

extension PersonStore {
    /// Lets nobody else change who manages whom, or who is an admin, until this transaction ends: without it two changes
    /// at once could each be right and together make a loop, or leave no admin.
    public static func holdTree(_ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO setting (name, value) VALUES ('tree', 'held')
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }

    /// One person, whose row nobody else changes until this transaction ends.
    public static func hold(_ id: Identifier<Person>, _ connection: any SQLConnection) throws -> Person? {
        try connection.first("SELECT \(columns) FROM person WHERE id = \(id) \(.forUpdate)")
    }

    /// Those who report to a manager themselves and are here, held like ``hold(_:_:)``.
    public static func holdReports(
        of manager: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> [Person] {
        try connection.rows(
            """
            SELECT \(columns) FROM person
            WHERE person.manager_id = \(manager) AND person.left_at IS NULL
            ORDER BY person.id \(.forUpdate)
            """)
    }

    /// Writes a held person's attributes, one revision further.
    /// - Throws: ``StoreError`` of kind `duplicate` when the external id or the e-mail is taken.
    public static func update(_ person: Person, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE person
            SET external_id = \(person.externalID), name = \(person.name), name_key = \(SortKey.make(person.name)),
                email = \(person.email), email_key = \(person.email?.lowercased()),
                is_learner = \(person.roles.contains(.learner)), is_trainer = \(person.roles.contains(.trainer)),
                is_manager = \(person.roles.contains(.manager)), is_leader = \(person.roles.contains(.leader)),
                is_admin = \(person.roles.contains(.admin)), manager_id = \(person.managerID),
                time_zone = \(person.timeZone), locale = \(person.locale), left_at = \(person.leftAt),
                revision = \(person.revision)
            WHERE id = \(person.id)
            """)
        try writeKeys(person, connection)
    }

    /// Ends the period under the present manager, and begins the next one for somebody who is here.
    public static func beginPeriod(_ person: Person, now: Instant, _ connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE person_manager_period SET until = \(now) WHERE person_id = \(person.id) AND until IS NULL")
        if person.leftAt != nil { return }
        // Two changes within one millisecond are one.
        try connection.execute(
            """
            INSERT INTO person_manager_period (person_id, manager_id, since, until)
            VALUES (\(person.id), \(person.managerID), \(now), NULL)
            ON CONFLICT (person_id, since) DO UPDATE SET manager_id = excluded.manager_id, until = NULL
            """)
    }

    /// How many admins are here beside this one.
    public static func otherAdmins(than id: Identifier<Person>, _ connection: any SQLConnection) throws -> Int {
        try connection.value(
            "SELECT COUNT(*) FROM person WHERE is_admin = 1 AND left_at IS NULL AND id <> \(id)", of: Int.self) ?? 0
    }

    /// The nearest manager above who is here, starting with `manager`; nil when there is none.
    public static func present(
        from manager: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> Identifier<Person>? {
        var candidate = manager
        var seen: Set<Identifier<Person>> = []
        while let id = candidate, seen.insert(id).inserted, let person = try find(id, connection) {
            if person.leftAt == nil { return id }
            candidate = person.managerID
        }
        return nil
    }
}
