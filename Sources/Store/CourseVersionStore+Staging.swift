public import Learning
public import Persistence

/// The way of a version from staged to published.
extension CourseVersionStore {
    /// Writes a version's head; its rows follow in slices.
    public static func stage(_ version: StagedVersion, _ connection: any SQLConnection) throws {
        let draft = version.draft
        let counts = ImportCounts(draft)
        try connection.execute(
            """
            INSERT INTO course_version (
                id, course_id, course_key, number, label, language, title, why, benefit, stop, format, digest, state,
                imported_by, created_at, published_at, modules, activities
            ) VALUES (
                \(version.id), NULL, \(draft.key), NULL, \(draft.versionLabel), \(draft.language), \(draft.title),
                \(draft.why), \(draft.benefit), \(draft.stop), \(version.format), \(version.digest), 'staged',
                \(version.importedBy), \(version.createdAt), NULL, \(counts.modules), \(counts.activities)
            )
            """)
    }

    /// Makes a staged version a published one, with the next number of its course.
    /// - Returns: false when it is not staged (any more).
    public static func publish(
        _ version: Identifier<CourseVersion>, as course: Identifier<Course>, now: Instant,
        _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE course_version
            SET state = 'published', course_id = \(course), published_at = \(now),
                number = 1 + COALESCE((SELECT MAX(other.number) FROM course_version AS other
                                       WHERE other.course_id = \(course)), 0)
            WHERE id = \(version) AND state = 'staged'
            """) == 1
    }

    /// Up to `limit` versions that were staged and not published.
    public static func staged(limit: Int, _ connection: any SQLConnection) throws -> [Identifier<CourseVersion>] {
        try connection.column("SELECT id FROM course_version WHERE state = 'staged' ORDER BY id LIMIT \(limit)")
    }

    /// Removes rows of a staged version, at most about `limit`, and the version itself after the last of them.
    /// - Returns: whether it is gone.
    public static func removeStaged(
        _ version: Identifier<CourseVersion>, limit: Int, _ connection: any SQLConnection
    ) throws -> Bool {
        let isStaged: Int? = try connection.value(
            "SELECT 1 FROM course_version WHERE id = \(version) AND state = 'staged'")
        guard isStaged != nil else { return true }
        var left = limit
        for table in Self.parts {
            left -= try connection.execute(
                """
                DELETE FROM \(table.name) WHERE version_id = \(version) AND \(table.key) IN (
                    SELECT \(table.key) FROM \(table.name) WHERE version_id = \(version) LIMIT \(left)
                )
                """)
            if left <= 0 { return false }
        }
        try connection.execute("DELETE FROM course_version WHERE id = \(version) AND state = 'staged'")
        return true
    }

    private static let parts: [(name: SQLQuery, key: SQLQuery)] = [
        ("behavior", "position"), ("module", "position"), ("step", "position"), ("version_answer", "position"),
        ("version_file", "path"),
    ]
}
