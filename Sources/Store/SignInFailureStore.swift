public import Learning
public import Persistence

/// Failed sign-ins, counted by account and by address; both are kept hashed.
public enum SignInFailureStore {
    /// How often a subject failed, and when last. The row is held until the transaction ends.
    public struct Record: Hashable, Sendable {
        public var failures: Int
        public var lastAt: Instant
    }

    /// What is known of a subject; nil when nothing is.
    public static func record(of subject: String, _ connection: any SQLConnection) throws -> Record? {
        let query: SQLQuery =
            "SELECT failures, last_at FROM sign_in_failure WHERE subject = \(subject) \(.forUpdate)"
        return try connection.tuples(query, Int.self, Instant.self).first.map { Record(failures: $0, lastAt: $1) }
    }

    /// Counts a try as failed; what is forgotten starts again at one.
    public static func count(
        _ subject: String, _ throttle: SignInThrottle, now: Instant, _ connection: any SQLConnection
    ) throws {
        let forgotten = now.advanced(bySeconds: -throttle.memory)
        try connection.execute(
            """
            INSERT INTO sign_in_failure (subject, failures, last_at) VALUES (\(subject), 1, \(now))
            ON CONFLICT (subject) DO UPDATE
            SET failures = CASE WHEN sign_in_failure.last_at <= \(forgotten) THEN 1
                                ELSE sign_in_failure.failures + 1 END,
                last_at = excluded.last_at
            """)
    }

    /// Takes back one try that was counted and did not fail.
    /// - Parameters:
    ///   - counted: when it was counted.
    ///   - before: what was known of the subject then; unless another was counted since, nobody waits longer for this one.
    public static func takeBack(
        _ subject: String, counted: Instant, before: Record?, _ connection: any SQLConnection
    ) throws {
        let lastAt = before?.lastAt ?? counted
        try connection.execute(
            """
            UPDATE sign_in_failure
            SET failures = failures - 1, last_at = CASE WHEN last_at = \(counted) THEN \(lastAt) ELSE last_at END
            WHERE subject = \(subject) AND failures > 0
            """)
    }

    /// Forgets all failures of a subject.
    public static func forget(_ subject: String, _ connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM sign_in_failure WHERE subject = \(subject)")
    }

    /// Removes rows that count no longer.
    public static func sweep(before: Instant, _ connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM sign_in_failure WHERE last_at < \(before)")
    }
}
