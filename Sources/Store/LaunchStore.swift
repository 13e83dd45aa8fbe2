public import Learning
public import Persistence

/// Launches as rows, found by the hash of their secret.
public enum LaunchStore {
    /// Adds a launch.
    /// - Parameters:
    ///   - token: the session or token that made it, with which it ends; nil at the command line.
    ///   - enrollment: nil for a preview.
    public static func insert(
        hash: String, person: Identifier<Person>, token: Identifier<Token>?, enrollment: Identifier<Enrollment>?,
        version: Identifier<CourseVersion>, item: ItemKey, createdAt: Instant, expiresAt: Instant,
        _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO launch (
                hash, person_id, enrollment_id, version_id, activity, occurrence, created_at, expires_at,
                token_id
            ) VALUES (
                \(hash), \(person), \(enrollment), \(version), \(item.activity), \(item.occurrence), \(createdAt),
                \(expiresAt), \(token)
            )
            """)
    }

    /// Removes those that are over.
    public static func removeExpired(now: Instant, _ connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM launch WHERE expires_at <= \(now)")
    }

    /// Ends all of them.
    public static func removeAll(_ connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM launch")
    }

    /// A launch; nil when it is unknown or over, its person has left, or the session or token that made it has ended.
    public static func find(
        hash: String, now: Instant, _ connection: any SQLConnection
    ) throws -> LaunchClaim? {
        try find(hashes: [hash], now: now, connection).get()[hash]
    }

    /// The same of several, by their hashes.
    public static func find(
        hashes: [String], now: Instant, _ connection: any SQLConnection
    ) throws -> SQLReply<[String: LaunchClaim]> {
        let claims = SQLReply([String: LaunchClaim](), connection)
        try Slices.forEachList(hashes) { list in
            try connection.ask(
                """
                SELECT launch.hash, launch.person_id, launch.enrollment_id, launch.version_id, launch.activity,
                       launch.occurrence
                FROM launch JOIN person ON person.id = launch.person_id
                LEFT JOIN token ON token.id = launch.token_id
                WHERE launch.hash IN \(list: list) AND launch.expires_at > \(now) AND person.left_at IS NULL
                  AND (launch.token_id IS NULL OR (token.revoked_at IS NULL AND token.expires_at > \(now)))
                """
            ) { row in
                let hash: String = try row.next()
                claims.rows[hash] = LaunchClaim(
                    person: try row.next(), enrollment: try row.next(), version: try row.next(),
                    item: ItemKey(try row.next(), try row.next()))
            }
        }
        return claims
    }
}
