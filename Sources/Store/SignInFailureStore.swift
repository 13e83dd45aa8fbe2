public import Learning
public import Persistence

/// Failed sign-ins, counted by account and by address; both are kept hashed.
public enum SignInFailureStore {
    /// Seconds until another try of this subject is looked at; 0 when it is at once.
    public static func wait(
        _ subject: String, _ throttle: SignInThrottle, now: Instant, _ connection: any SQLConnection
    ) throws -> Int {
        let query: SQLQuery =
            "SELECT failures, last_at FROM sign_in_failure WHERE subject = \(subject) \(.forUpdate)"
        guard let (failures, lastAt) = try connection.tuples(query, Int.self, Instant.self).first else { return 0 }
        return throttle.wait(failures: failures, lastAt: lastAt, now: now)
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

    /// Takes back one counted try, which turned out well.
    public static func takeBack(_ subject: String, _ connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE sign_in_failure SET failures = failures - 1 WHERE subject = \(subject) AND failures > 0")
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
