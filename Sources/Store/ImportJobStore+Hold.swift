public import Learning
public import Persistence

/// Uploads that wait to be published until somebody has seen what they change.
extension ImportJobStore {
    /// Writes what a job found, and lets it wait.
    /// - Parameter job: with what it was compared with.
    public static func hold(
        _ job: ImportJob, by node: String, findings: [Finding], changes: CourseChanges, now: Instant,
        _ connection: any SQLConnection
    ) throws {
        let held = try connection.execute(
            """
            UPDATE import_job
            SET state = 'waiting', held_at = \(now), compared_with = \(job.comparedWith),
                changes = \(try Definition.encode(changes)), format = \(job.format), title = \(job.title),
                course_id = \(job.courseID), modules = \(job.counts.modules), activities = \(job.counts.activities),
                answers = \(job.counts.answers), files = \(job.counts.files)
            WHERE id = \(job.id) AND state = 'running' AND node = \(node)
            """)
        guard held == 1 else { throw JobTakenOver() }
        try insert(findings, of: job.id, connection)
    }

    /// What a held upload would change, or one that was held has changed; nil for every other.
    public static func changes(
        of job: Identifier<ImportJob>, _ connection: any SQLConnection
    ) throws -> CourseChanges? {
        let text: String? = try connection.value(
            "SELECT changes FROM import_job WHERE id = \(job) AND changes IS NOT NULL")
        return try text.map { try Definition.decode($0) }
    }

    /// Lets a held job take its turn; its findings are made again.
    /// - Returns: false when it is not held (any more).
    public static func release(held job: Identifier<ImportJob>, _ connection: any SQLConnection) throws -> Bool {
        let isHeld = try connection.execute(
            """
            UPDATE import_job SET held_at = NULL, is_hold = 0, tries = 0
            WHERE id = \(job) AND state = 'waiting' AND held_at IS NOT NULL
            """)
        guard isHeld == 1 else { return false }
        try connection.execute("DELETE FROM import_finding WHERE import_id = \(job)")
        return true
    }

    /// The jobs that are held since before a moment.
    public static func held(before: Instant, _ connection: any SQLConnection) throws -> [Identifier<ImportJob>] {
        try connection.column(
            "SELECT id FROM import_job WHERE state = 'waiting' AND held_at < \(before) ORDER BY id LIMIT 100")
    }
}
