public import Learning
public import Persistence

/// Bearer tokens as rows, found by the hash of their secret.
public enum TokenStore {
    /// Who a live token speaks for; nil when it is unknown, over, revoked, or its person has left.
    public static func caller(
        hash: String, now: Instant, _ connection: any SQLConnection
    ) throws -> Caller? {
        try connection.first(
            """
            SELECT \(callerColumns), token.scope
            FROM token JOIN person ON person.id = token.person_id
            WHERE token.hash = \(hash) AND token.revoked_at IS NULL AND token.expires_at > \(now)
              AND person.left_at IS NULL
            """)
    }

    /// Whom the command line speaks for; nil when there is no such person or they have left.
    public static func caller(person: Identifier<Person>, _ connection: any SQLConnection) throws -> Caller? {
        try callers(people: [person], connection).get()[person]
    }

    static let callerColumns: SQLQuery = """
        person.id, person.is_learner, person.is_trainer, person.is_manager, person.is_leader, person.is_admin,
        CASE WHEN EXISTS (SELECT 1 FROM person AS report
                          WHERE report.manager_id = person.id AND report.left_at IS NULL)
             THEN 1 ELSE 0 END
        """

    /// Adds a token, found from now on by the hash of its secret.
    public static func insert(_ token: Token, hash: String, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO token (id, person_id, kind, name, hash, scope, created_at, expires_at, revoked_at)
            VALUES (
                \(token.id), \(token.personID), \(token.kind), \(token.name), \(hash), \(token.scope),
                \(token.createdAt), \(token.expiresAt), NULL
            )
            """)
    }
}

extension Caller: RowDecodable {
    public init(row: inout SQLRow) throws {
        let id: Identifier<Person> = try row.next()
        let roles = try [Role.learner, .trainer, .manager, .leader, .admin].filter { _ in try row.next(Bool.self) }
        let hasReports: Bool = try row.next()
        self.init(id: id, roles: Set(roles), hasReports: hasReports, scope: try row.next())
    }
}
