public import Learning
public import Persistence

/// How jobs are worked off.
extension ImportJobStore {
    /// How often a job is begun before it is given up: what took the program down with it twice will do so again.
    public static let tries = 3

    /// Takes the oldest job that waits.
    /// - Returns: nil when none does.
    public static func claim(_ connection: any SQLConnection) throws -> ImportJob? {
        let id: Identifier<ImportJob>? = try connection.value(
            """
            UPDATE import_job SET state = 'running', tries = tries + 1
            WHERE id = (SELECT id FROM import_job WHERE state = 'waiting' ORDER BY id LIMIT 1 \(.skipLocked))
            RETURNING id
            """)
        return try id.flatMap { try find($0, connection) }
    }

    /// Puts back a job that was begun and not ended because the program is told to stop.
    public static func release(_ id: Identifier<ImportJob>, _ connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE import_job SET state = 'waiting', tries = tries - 1 WHERE id = \(id) AND state = 'running'")
    }

    /// Puts back what was begun and never ended.
    /// - Parameter id: this one alone; all unless said otherwise.
    /// - Returns: the jobs that were begun too often to be begun again; they stay as they are.
    public static func requeue(
        _ id: Identifier<ImportJob>? = nil, _ connection: any SQLConnection
    ) throws -> [Identifier<ImportJob>] {
        let running: SQLQuery = "state = 'running'\(id.map { " AND id = \($0)" as SQLQuery } ?? "")"
        try connection.execute("UPDATE import_job SET state = 'waiting' WHERE \(running) AND tries < \(tries)")
        return try connection.column("SELECT id FROM import_job WHERE \(running) ORDER BY id")
    }

    /// The jobs whose upload is still needed.
    public static func unended(_ connection: any SQLConnection) throws -> [Identifier<ImportJob>] {
        try connection.column("SELECT id FROM import_job WHERE state <> 'ended' ORDER BY id")
    }

    /// Writes what a job came to.
    /// - Parameter job: with its result.
    public static func end(
        _ job: ImportJob, findings: [Finding], now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE import_job
            SET state = 'ended', result = \(job.result), format = \(job.format), title = \(job.title),
                course_id = \(job.courseID), version_id = \(job.versionID), modules = \(job.counts.modules),
                activities = \(job.counts.activities), answers = \(job.counts.answers), files = \(job.counts.files),
                ended_at = \(now)
            WHERE id = \(job.id)
            """)
        for start in stride(from: 0, to: findings.count, by: 200) {
            let rows = findings[start..<min(start + 200, findings.count)].enumerated().map { offset, finding in
                [
                    job.id.sqlValue, (start + offset).sqlValue, finding.severity.sqlValue, .text(finding.code),
                    finding.entry.sqlValue, finding.line.sqlValue, finding.column.sqlValue, finding.path.sqlValue,
                    .text(finding.message), finding.hint.sqlValue, finding.count.sqlValue,
                ]
            }
            try connection.execute(
                """
                INSERT INTO import_finding (
                    import_id, position, severity, code, entry, line_number, column_number, path, message, hint, count
                ) VALUES \(rows: rows)
                """)
        }
    }
}
