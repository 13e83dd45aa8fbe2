public import Learning
public import Persistence

/// Attempts as rows; all of them are kept.
public enum AttemptStore {
    static let columns: SQLQuery = """
        attempt.id, attempt.enrollment_id, attempt.activity, attempt.occurrence, attempt.number, attempt.version_id,
        attempt.seed, attempt.responses, attempt.opened_at, attempt.submitted_at, attempt.score, attempt.success,
        attempt.revision
        """

    /// One attempt; nil when there is none with this id.
    public static func find(
        _ id: Identifier<Attempt>, _ connection: any SQLConnection
    ) throws -> Attempt? {
        try connection.first("SELECT \(columns) FROM attempt WHERE attempt.id = \(id)")
    }

    /// The attempts at one item, or at everything of an enrollment, in the order of item and number.
    /// - Parameter page: its key is the place of the last attempt that the caller has.
    public static func list(
        of enrollment: Identifier<Enrollment>, activity: String? = nil, page: Page<AttemptPlace>,
        _ connection: any SQLConnection
    ) throws -> [Attempt] {
        var query: SQLQuery = "SELECT \(columns) FROM attempt WHERE attempt.enrollment_id = \(enrollment)"
        if let activity { query = query + " AND attempt.activity = \(activity)" }
        if let after = page.after {
            query =
                query + """
                     AND (attempt.activity, attempt.occurrence, attempt.number)
                         > (\(after.activity), CAST(\(after.occurrence) AS \(.integer)), CAST(\(after.number) AS \(.integer)))
                    """
        }
        return try connection.rows(
            query + " ORDER BY attempt.activity, attempt.occurrence, attempt.number LIMIT \(page.limit)")
    }

    /// The newest attempt at one item.
    public static func last(
        of enrollment: Identifier<Enrollment>, _ item: ItemKey, _ connection: any SQLConnection
    ) throws -> Attempt? {
        try connection.first(
            """
            SELECT \(columns) FROM attempt
            WHERE attempt.enrollment_id = \(enrollment) AND attempt.activity = \(item.activity)
              AND attempt.occurrence = \(item.occurrence)
            ORDER BY attempt.number DESC LIMIT 1
            """)
    }

    /// Adds an open attempt.
    public static func insert(_ attempt: Attempt, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO attempt (
                id, enrollment_id, activity, occurrence, number, version_id, seed, responses, opened_at, submitted_at,
                score, success, revision
            ) VALUES (
                \(attempt.id), \(attempt.enrollmentID), \(attempt.activity), \(attempt.occurrence), \(attempt.number),
                \(attempt.versionID), \(Int64(bitPattern: attempt.seed)), \(attempt.responses), \(attempt.openedAt),
                NULL, NULL, NULL, \(attempt.revision)
            )
            """)
    }

    /// Keeps responses while the attempt is open.
    /// - Returns: false when the revision is no longer this one, or the attempt was submitted.
    public static func keep(
        _ responses: QuizResponses, of id: Identifier<Attempt>, revision: Int, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE attempt SET responses = \(responses), revision = revision + 1
            WHERE id = \(id) AND revision = \(revision) AND submitted_at IS NULL
            """) == 1
    }

    /// Writes how an attempt came out.
    /// - Returns: false when it was submitted before.
    public static func submit(
        _ id: Identifier<Attempt>, at instant: Instant, score: Double, success: Bool, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE attempt SET
                submitted_at = \(instant), score = \(score), success = \(success), revision = revision + 1
            WHERE id = \(id) AND submitted_at IS NULL
            """) == 1
    }
}

extension Attempt: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), enrollmentID: try row.next(), activity: try row.next(), occurrence: try row.next(),
            number: try row.next(), versionID: try row.next(), seed: UInt64(bitPattern: try row.next(Int64.self)),
            responses: try row.next(), openedAt: try row.next(), submittedAt: try row.next(), score: try row.next(),
            success: try row.next(), revision: try row.next())
    }
}

extension QuizResponses: SQLConvertible {
    public var sqlValue: SQLValue { .text((try? Definition.encode(byQuestion)) ?? "{}") }
    public init(sqlValue: SQLValue) throws(StoreError) {
        self.init(try Definition.decode(try String(sqlValue: sqlValue)))
    }
}
