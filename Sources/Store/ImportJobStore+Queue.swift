public import Learning
public import Persistence

/// How jobs are worked off.
extension ImportJobStore {
    /// How often a job is begun before it is given up: what took the program down with it twice will do so again.
    public static let tries = 3

    /// How long a node is believed to be at work on a job after it last said so, in seconds.
    public static let lease: Int64 = 60

    /// Takes the oldest job that waits.
    /// - Returns: nil when none does.
    public static func claim(
        by node: String, now: Instant, _ connection: any SQLConnection
    ) throws -> ImportJob? {
        let id: Identifier<ImportJob>? = try connection.value(
            """
            UPDATE import_job
            SET state = 'running', tries = tries + 1, node = \(node), leased_until = \(now.advanced(bySeconds: lease))
            WHERE id = (SELECT id FROM import_job WHERE state = 'waiting' AND held_at IS NULL
                        ORDER BY id LIMIT 1 \(.skipLocked))
            RETURNING id
            """)
        return try id.flatMap { try find($0, connection) }
    }

    /// Says that a node is still at work on a job.
    /// - Returns: false when it has been given to another.
    public static func renew(
        _ id: Identifier<ImportJob>, by node: String, now: Instant, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE import_job SET leased_until = \(now.advanced(bySeconds: lease))
            WHERE id = \(id) AND state = 'running' AND node = \(node)
            """) == 1
    }

    /// Puts back a job that was begun and not ended because the program is told to stop.
    public static func release(
        _ id: Identifier<ImportJob>, by node: String, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE import_job SET state = 'waiting', tries = tries - 1
            WHERE id = \(id) AND state = 'running' AND node = \(node)
            """)
    }

    /// Puts back what was begun and never ended.
    /// - Parameters:
    ///   - id: this one alone; all unless said otherwise.
    ///   - node: only what this node is known to work on; any unless said otherwise.
    ///   - now: only those whose lease is over by then; all when there is only one node.
    /// - Returns: the jobs that were begun too often to be begun again; they stay as they are.
    public static func requeue(
        _ id: Identifier<ImportJob>? = nil, of node: String? = nil, lapsedBy now: Instant?,
        _ connection: any SQLConnection
    ) throws -> [Identifier<ImportJob>] {
        let one: SQLQuery = id.map { "AND id = \($0)" } ?? ""
        let lapsed: SQLQuery = now.map { "AND (leased_until IS NULL OR leased_until <= \($0))" } ?? ""
        let its: SQLQuery = node.map { "AND node = \($0)" } ?? ""
        let left: SQLQuery = "state = 'running' \(one) \(its) \(lapsed)"
        try connection.execute("UPDATE import_job SET state = 'waiting' WHERE \(left) AND tries < \(tries)")
        return try connection.column("SELECT id FROM import_job WHERE \(left) ORDER BY id")
    }

    /// The jobs whose upload is still needed.
    public static func unended(_ connection: any SQLConnection) throws -> [Identifier<ImportJob>] {
        try connection.column("SELECT id FROM import_job WHERE state <> 'ended' ORDER BY id")
    }

    /// Writes what a job came to.
    /// - Parameters:
    ///   - job: with its result.
    ///   - node: who worked on it; nil where nobody does (any more).
    /// - Throws: ``JobTakenOver`` when another node does by now.
    public static func end(
        _ job: ImportJob, by node: String?, findings: [Finding], now: Instant, _ connection: any SQLConnection
    ) throws {
        let mine: SQLQuery = node.map { "AND state = 'running' AND node = \($0)" } ?? ""
        let ended = try connection.execute(
            """
            UPDATE import_job
            SET state = 'ended', result = \(job.result), format = \(job.format), title = \(job.title),
                course_id = \(job.courseID), version_id = \(job.versionID), modules = \(job.counts.modules),
                activities = \(job.counts.activities), answers = \(job.counts.answers), files = \(job.counts.files),
                ended_at = \(now), held_at = NULL
            WHERE id = \(job.id) \(mine)
            """)
        guard ended == 1 else { throw JobTakenOver() }
        // What a look at it had said is said anew.
        try connection.execute("DELETE FROM import_finding WHERE import_id = \(job.id)")
        try insert(findings, of: job.id, connection)
    }

    /// Writes what a package had to say.
    static func insert(
        _ findings: [Finding], of job: Identifier<ImportJob>, _ connection: any SQLConnection
    ) throws {
        for start in stride(from: 0, to: findings.count, by: 200) {
            let rows = findings[start..<min(start + 200, findings.count)].enumerated().map { offset, finding in
                [
                    job.sqlValue, (start + offset).sqlValue, finding.severity.sqlValue, .text(finding.code),
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

/// A job that was given to another node while this one worked on it: what this one did does not count.
public struct JobTakenOver: Error {
    public init() {}
}
