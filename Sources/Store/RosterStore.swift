public import Learning
public import Persistence

/// People as a roster names them.
public enum RosterStore {
    /// Who is meant by a personnel number or by our own id, those who left included.
    public static func find(_ name: String, _ connection: any SQLConnection) throws -> Person? {
        if let person: Person = try connection.first(
            "SELECT \(PersonStore.columns) FROM person WHERE person.external_id = \(name)")
        {
            return person
        }
        return try Identifier<Person>(name).flatMap {
            try connection.first("SELECT \(PersonStore.columns) FROM person WHERE person.id = \($0)")
        }
    }

    /// Those who are here and never chose a password, in the order of their ids.
    /// - Parameter last: the last one that the caller has.
    public static func withoutPassword(
        after last: Identifier<Person>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [Person] {
        let beyond: SQLQuery = last.map { "AND person.id > \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT \(PersonStore.columns) FROM person
            WHERE \(isWithoutPassword) \(beyond) ORDER BY person.id LIMIT \(limit)
            """)
    }

    public static func countWithoutPassword(_ connection: any SQLConnection) throws -> Int {
        try connection.value("SELECT COUNT(*) FROM person WHERE \(isWithoutPassword)", of: Int.self) ?? 0
    }

    private static let isWithoutPassword: SQLQuery = """
        person.left_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM credential WHERE credential.person_id = person.id)
        """

    /// Who of those who are here has an e-mail, in whatever case it is written.
    public static func holder(ofEmail email: String, _ connection: any SQLConnection) throws -> Person? {
        try connection.first(
            """
            SELECT \(PersonStore.columns) FROM person
            WHERE person.email_key = \(email.lowercased()) AND person.left_at IS NULL
            """)
    }

    /// Takes the e-mails from people who get others in the same transaction.
    public static func clearEmails(of people: [Identifier<Person>], _ connection: any SQLConnection) throws {
        try Slices.forEachList(people) { list in
            try connection.execute("UPDATE person SET email = NULL, email_key = NULL WHERE id IN \(list: list)")
        }
    }

    /// Everybody, those who left included, in no order.
    public static func everybody(_ connection: any SQLConnection) throws -> [Person] {
        try connection.rows("SELECT \(PersonStore.columns) FROM person")
    }

    /// Everybody as lines, in the order of their ids.
    public static func list(
        after last: Identifier<Person>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [RosterLine] {
        let beyond: SQLQuery = last.map { "WHERE person.id > \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT \(PersonStore.columns), manager.external_id
            FROM person LEFT JOIN person AS manager ON manager.id = person.manager_id
            \(beyond) ORDER BY person.id LIMIT \(limit)
            """)
    }
}

extension RosterLine: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(person: try Person(row: &row), managerExternalID: try row.next())
    }
}
