public import Learning
public import Persistence

/// Ways to sign in, as rows.
public enum CredentialStore {
    /// Somebody who might sign in, and the hash of their password.
    public struct Account: Sendable {
        public let person: Identifier<Person>
        /// Nil for a person who has not chosen a password yet.
        public let hash: String?
    }

    /// Who is meant by an e-mail (in any case) or an external id; nil for nobody who is here.
    public static func account(login: String, _ connection: any SQLConnection) throws -> Account? {
        try connection.first(
            """
            SELECT named.id, credential.secret
            FROM (SELECT id, 0 AS turn FROM person WHERE email_key = \(login.lowercased()) AND left_at IS NULL
                  UNION ALL
                  SELECT id, 1 AS turn FROM person WHERE external_id = \(login) AND left_at IS NULL) AS named
            LEFT JOIN credential ON credential.person_id = named.id AND credential.kind = 'password'
            ORDER BY named.turn LIMIT 1
            """)
    }

    /// The account of one person; nil when there is none or they have left.
    public static func account(of person: Identifier<Person>, _ connection: any SQLConnection) throws -> Account? {
        try connection.first(
            """
            SELECT person.id, credential.secret
            FROM person LEFT JOIN credential ON credential.person_id = person.id AND credential.kind = 'password'
            WHERE person.id = \(person) AND person.left_at IS NULL
            """)
    }

    /// Whether an admin who is here has a way to sign in.
    public static func hasAdmin(_ connection: any SQLConnection) throws -> Bool {
        let query: SQLQuery = """
            SELECT COUNT(*) FROM person
            WHERE person.is_admin = 1 AND person.left_at IS NULL
              AND EXISTS (SELECT 1 FROM credential WHERE credential.person_id = person.id)
            """
        return try connection.value(query, of: Int.self) != 0
    }

    /// Sets or replaces a person's password.
    public static func setPassword(
        hash: String, of person: Identifier<Person>, newID: String, now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO credential (id, person_id, kind, secret, created_at)
            VALUES (\(newID), \(person), 'password', \(hash), \(now))
            ON CONFLICT (person_id, kind) DO UPDATE
            SET secret = excluded.secret, created_at = excluded.created_at
            """)
    }

    /// Takes away a person's password: nobody signs in with it any more.
    public static func removePassword(of person: Identifier<Person>, _ connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM credential WHERE person_id = \(person) AND kind = 'password'")
    }
}

extension CredentialStore.Account: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(person: try row.next(), hash: try row.next())
    }
}
