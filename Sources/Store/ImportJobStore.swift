public import Learning
public import Persistence

/// Imports as rows, with what they had to say.
public enum ImportJobStore {
    private static let columns: SQLQuery = """
        id, requested_by, file_name, digest, size, state, held_at, is_hold, compared_with, result, format, title,
        course_id, version_id, modules, activities, answers, files, created_at, ended_at
        """

    /// Adds a job that waits for its turn.
    public static func insert(_ job: ImportJob, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO import_job (id, requested_by, file_name, digest, size, state, is_hold, created_at)
            VALUES (\(job.id), \(job.requestedBy), \(job.fileName), \(job.digest), \(job.size), \(job.state),
                    \(job.isHold), \(job.createdAt))
            """)
    }

    /// One job; nil when there is none with this id.
    public static func find(_ id: Identifier<ImportJob>, _ connection: any SQLConnection) throws -> ImportJob? {
        try connection.first("SELECT \(columns) FROM import_job WHERE id = \(id)")
    }

    /// Jobs, newest first.
    /// - Parameter page: its key is the id of the last job that the caller has.
    public static func list(
        page: Page<Identifier<ImportJob>>, _ connection: any SQLConnection
    ) throws -> [ImportJob] {
        let after: SQLQuery = page.after.map { "WHERE id < \($0)" } ?? ""
        return try connection.rows(
            "SELECT \(columns) FROM import_job \(after) ORDER BY id DESC LIMIT \(page.limit)")
    }

    /// What the jobs had to say, each in its order.
    public static func findings(
        of jobs: some Collection<Identifier<ImportJob>>, _ connection: any SQLConnection
    ) throws -> [Identifier<ImportJob>: [Finding]] {
        var findings: [Identifier<ImportJob>: [Finding]] = [:]
        try connection.forEach(
            """
            SELECT import_id, severity, code, entry, line_number, column_number, path, message, hint, count
            FROM import_finding WHERE import_id IN \(list: Array(jobs)) ORDER BY import_id, position
            """
        ) { row in
            let job: Identifier<ImportJob> = try row.next()
            findings[job, default: []].append(try Finding(row: &row))
        }
        return findings
    }
}

extension ImportJob: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), requestedBy: try row.next(), fileName: try row.next(), digest: try row.next(),
            size: try row.next(), createdAt: Instant(milliseconds: 0))
        state = try row.next()
        // What is held waits, too, but not for its turn.
        let heldAt: Instant? = try row.next()
        isHold = try row.next()
        comparedWith = try row.next()
        result = try row.next()
        format = try row.next()
        title = try row.next()
        courseID = try row.next()
        versionID = try row.next()
        counts = ImportCounts(
            modules: try row.next(), activities: try row.next(), answers: try row.next(), files: try row.next())
        createdAt = try row.next()
        endedAt = try row.next()
        if state == .waiting, heldAt != nil { (state, result) = (.held, .held) }
    }
}

extension Finding: RowDecodable {
    public init(row: inout SQLRow) throws {
        let severity: Severity = try row.next()
        let code: String = try row.next()
        self.init(
            severity, code, entry: try row.next(), line: try row.next(), column: try row.next(),
            path: try row.next(), message: try row.next(), hint: try row.next(), count: try row.next())
    }
}
