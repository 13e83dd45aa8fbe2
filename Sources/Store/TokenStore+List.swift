public import Learning
public import Persistence

extension TokenStore {
    private static let columns: SQLQuery = """
        token.id, token.person_id, token.kind, token.name, token.scope, token.created_at, token.expires_at
        """

    /// The live token with this hash.
    public static func find(hash: String, now: Instant, _ connection: any SQLConnection) throws -> Token? {
        try connection.first(
            """
            SELECT \(columns) FROM token
            WHERE token.hash = \(hash) AND token.revoked_at IS NULL AND token.expires_at > \(now)
            """)
    }

    /// Live tokens, oldest first.
    /// - Parameter person: whose; nil for everybody's.
    public static func list(
        of person: Identifier<Person>?, page: Page<Identifier<Token>>, now: Instant, _ connection: any SQLConnection
    ) throws -> [Token] {
        var query: SQLQuery = """
            SELECT \(columns) FROM token JOIN person ON person.id = token.person_id
            WHERE token.revoked_at IS NULL AND token.expires_at > \(now) AND person.left_at IS NULL
            """
        if let person { query = query + " AND token.person_id = \(person)" }
        if let after = page.after { query = query + " AND token.id > \(after)" }
        return try connection.rows(query + " ORDER BY token.id LIMIT \(page.limit)")
    }

    /// One token, also when it is over; nil when there is none with this id.
    public static func find(_ id: Identifier<Token>, _ connection: any SQLConnection) throws -> Token? {
        try connection.first("SELECT \(columns) FROM token WHERE token.id = \(id)")
    }

    /// Ends one live token.
    /// - Parameter person: whose it must be; nil for anybody's.
    /// - Returns: false when there is no such live token.
    public static func revoke(
        _ id: Identifier<Token>, of person: Identifier<Person>?, now: Instant, _ connection: any SQLConnection
    ) throws -> Bool {
        var query: SQLQuery = """
            UPDATE token SET revoked_at = \(now)
            WHERE token.id = \(id) AND token.revoked_at IS NULL AND token.expires_at > \(now)
            """
        if let person { query = query + " AND token.person_id = \(person)" }
        return try connection.execute(query) == 1
    }

    /// Ends the sessions of a person.
    /// - Parameter kept: the hash of the one that goes on.
    public static func endSessions(
        of person: Identifier<Person>, except kept: String? = nil, now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE token SET revoked_at = \(now)
            WHERE person_id = \(person) AND kind = 'session' AND revoked_at IS NULL AND hash <> \(kept ?? "")
            """)
    }

    /// Ends the sessions of everybody.
    /// - Returns: how many there were.
    public static func endSessions(now: Instant, _ connection: any SQLConnection) throws -> Int {
        try connection.execute(
            """
            UPDATE token SET revoked_at = \(now)
            WHERE kind = 'session' AND revoked_at IS NULL AND expires_at > \(now)
            """)
    }

    /// How many personal tokens are alive.
    public static func countPersonal(now: Instant, _ connection: any SQLConnection) throws -> Int {
        try connection.value(
            """
            SELECT COUNT(*) FROM token
            WHERE kind = 'personal' AND revoked_at IS NULL AND expires_at > \(now)
            """) ?? 0
    }

    /// Ends everything that speaks for a person.
    public static func endAll(
        of person: Identifier<Person>, now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE token SET revoked_at = \(now) WHERE person_id = \(person) AND revoked_at IS NULL")
    }
}

extension Token: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), personID: try row.next(), kind: try row.next(), name: try row.next(),
            scope: try row.next(), createdAt: try row.next(), expiresAt: try row.next())
    }
}
