public import Learning
public import Persistence

/// Wrong attendance codes as rows, counted by enrollment and activity.
public enum WrongCodeStore {
    public struct Key: Hashable, Sendable, Comparable {
        public var enrollment: Identifier<Enrollment>
        public var activity: String

        public init(enrollment: Identifier<Enrollment>, activity: String) {
            self.enrollment = enrollment
            self.activity = activity
        }

        public static func < (left: Self, right: Self) -> Bool {
            left.enrollment == right.enrollment ? left.activity < right.activity : left.enrollment < right.enrollment
        }
    }

    /// What was counted in these enrollments.
    public static func find(
        of enrollments: [Identifier<Enrollment>], _ connection: any SQLConnection
    ) throws -> [Key: WrongCodes] {
        var found: [Key: WrongCodes] = [:]
        try Slices.forEachList(enrollments) { list in
            try connection.forEach(
                "SELECT enrollment_id, activity, wrong, since FROM wrong_code WHERE enrollment_id IN \(list: list)"
            ) { row in
                let key = Key(enrollment: try row.next(), activity: try row.next())
                found[key] = WrongCodes(count: try row.next(), at: try row.next())
            }
        }
        return found
    }

    /// Writes counts in place of what was there, and removes rows that count no longer.
    public static func save(
        _ counts: [Key: WrongCodes], now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            "DELETE FROM wrong_code WHERE since <= \(now.advanced(bySeconds: -WrongCodes.window))")
        try Slices.forEach(counts.sorted { $0.key < $1.key }) { slice in
            let rows = slice.map { key, wrong -> [SQLValue] in
                [key.enrollment.sqlValue, .text(key.activity), wrong.count.sqlValue, wrong.since.sqlValue]
            }
            try connection.execute(
                """
                INSERT INTO wrong_code (enrollment_id, activity, wrong, since) VALUES \(rows: rows)
                ON CONFLICT (enrollment_id, activity) DO UPDATE SET wrong = excluded.wrong, since = excluded.since
                """)
        }
    }
}
