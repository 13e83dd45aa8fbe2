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

    /// Whose files a launch opens, and for which enrollment unless it is a preview; nil when it is unknown or over, its
    /// person has left, or the session or token that made it has ended.
    public static func find(
        hash: String, now: Instant, _ connection: any SQLConnection
    ) throws -> (version: Identifier<CourseVersion>, enrollment: Identifier<Enrollment>?)? {
        try connection.tuples(
            """
            SELECT launch.version_id, launch.enrollment_id FROM launch JOIN person ON person.id = launch.person_id
            LEFT JOIN token ON token.id = launch.token_id
            WHERE launch.hash = \(hash) AND launch.expires_at > \(now) AND person.left_at IS NULL
              AND (launch.token_id IS NULL OR (token.revoked_at IS NULL AND token.expires_at > \(now)))
            """, Identifier<CourseVersion>.self, Identifier<Enrollment>?.self
        ).first.map { (version: $0.0, enrollment: $0.1) }
    }
}
