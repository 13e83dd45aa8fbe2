public import Learning
public import Persistence

/// What the events of each item add up to, as rows.
public enum ProgressStore {
    /// One row: an item of an enrollment.
    struct Key: Hashable, Comparable {
        var enrollment: Identifier<Enrollment>
        var item: ItemKey

        static func < (left: Self, right: Self) -> Bool {
            left.enrollment == right.enrollment ? left.item < right.item : left.enrollment < right.enrollment
        }
    }

    /// The facts of every item of an enrollment about which there are any.
    public static func facts(
        of enrollment: Identifier<Enrollment>, _ connection: any SQLConnection
    ) throws -> [ItemKey: ProgressFacts] {
        var facts: [ItemKey: ProgressFacts] = [:]
        try connection.forEach(
            "SELECT activity, occurrence, facts FROM progress WHERE enrollment_id = \(enrollment)"
        ) { row in
            facts[ItemKey(try row.next(), try row.next())] = try row.next()
        }
        return facts
    }

    /// The same of several enrollments.
    public static func facts(
        of enrollments: [Identifier<Enrollment>], _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>: [ItemKey: ProgressFacts]] {
        var facts: [Identifier<Enrollment>: [ItemKey: ProgressFacts]] = [:]
        try Slices.forEachList(enrollments) { list in
            try connection.forEach(
                """
                SELECT enrollment_id, activity, occurrence, facts FROM progress
                WHERE enrollment_id IN \(list: list)
                """
            ) { row in
                let enrollment: Identifier<Enrollment> = try row.next()
                let item = ItemKey(try row.next(), try row.next())
                facts[enrollment, default: [:]][item] = try row.next()
            }
        }
        return facts
    }

    /// What every item of an enrollment comes to about which there are facts, by activity and occurrence.
    public static func list(
        of enrollment: Identifier<Enrollment>, _ connection: any SQLConnection
    ) throws -> [ItemProgress] {
        var items: [ItemProgress] = []
        try connection.forEach(
            """
            SELECT activity, occurrence, status, completed_at, success, score FROM progress
            WHERE enrollment_id = \(enrollment) ORDER BY activity, occurrence
            """
        ) { row in
            items.append(
                ItemProgress(
                    item: ItemKey(try row.next(), try row.next()),
                    outcome: StepOutcome(
                        status: try row.next(), completedAt: try row.next(), success: try row.next(),
                        score: try row.next())))
        }
        return items
    }

    /// The facts of these items. The keys lead (`CROSS JOIN`): a table that is asked whether its rows are among them would be
    /// gone through whole, however large it has become.
    static func facts(
        of keys: [Key], _ connection: any SQLConnection
    ) throws -> SQLReply<[Key: ProgressFacts]> {
        let facts = SQLReply([Key: ProgressFacts](), connection)
        facts.rows.reserveCapacity(keys.count)
        try Slices.forEachTable(of: keys, connection) { slice in
            try connection.ask(
                """
                WITH wanted (enrollment_id, activity, occurrence) AS (\(table(slice)))
                SELECT progress.enrollment_id, progress.activity, progress.occurrence, progress.facts
                FROM wanted CROSS JOIN progress
                WHERE progress.enrollment_id = wanted.enrollment_id AND progress.activity = wanted.activity
                  AND progress.occurrence = wanted.occurrence
                """
            ) { row in
                let key = Key(
                    enrollment: try row.next(), item: ItemKey(try row.next(), try row.next()))
                facts.rows[key] = try row.next()
            }
        }
        return facts
    }

    private static func table(_ keys: ArraySlice<Key>) -> SQLQuery {
        let rows = keys.map { key -> [SQLValue] in
            [key.enrollment.sqlValue, .text(key.item.activity), key.item.occurrence.sqlValue]
        }
        return "\(table: rows, [.text, .text, .integer])"
    }

    /// Writes what facts come to, in place of what was there.
    static func upsert(
        _ items: [(key: Key, facts: ProgressFacts, outcome: StepOutcome)], _ connection: any SQLConnection
    ) throws {
        try Slices.forEachTable(items, connection) { slice in
            let rows = slice.map { item -> [SQLValue] in
                [
                    item.key.enrollment.sqlValue, .text(item.key.item.activity), item.key.item.occurrence.sqlValue,
                    .text(item.outcome.status.rawValue), item.outcome.completedAt.sqlValue,
                    item.outcome.success.sqlValue, item.outcome.score.sqlValue, item.facts.sqlValue,
                ]
            }
            try connection.send(
                """
                INSERT INTO progress (
                    enrollment_id, activity, occurrence, status, completed_at, success, score, facts
                ) \(table: rows, [.text, .text, .integer, .text, .integer, .integer, .real, .text])
                ON CONFLICT (enrollment_id, activity, occurrence) DO UPDATE SET
                    status = excluded.status, completed_at = excluded.completed_at, success = excluded.success,
                    score = excluded.score, facts = excluded.facts
                """)
        }
    }

    /// Takes rows away. The enrollments are named as well: by the keys alone the table would be gone through whole.
    static func remove(_ keys: [Key], _ connection: any SQLConnection) throws {
        try Slices.forEachList(keys) { list in
            try connection.execute(
                """
                DELETE FROM progress WHERE enrollment_id IN \(list: list.map(\.enrollment))
                    AND (enrollment_id, activity, occurrence) IN (\(table(list[...])))
                """)
        }
    }

    /// When each item of these enrollments was completed.
    static func completions(
        of enrollments: [Identifier<Enrollment>], _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>: [ItemKey: StepOutcome]] {
        var outcomes: [Identifier<Enrollment>: [ItemKey: StepOutcome]] = [:]
        try Slices.forEachList(enrollments) { list in
            try connection.forEach(
                """
                SELECT enrollment_id, activity, occurrence, status, completed_at FROM progress
                WHERE enrollment_id IN \(list: list)
                """
            ) { row in
                let enrollment: Identifier<Enrollment> = try row.next()
                let item = ItemKey(try row.next(), try row.next())
                outcomes[enrollment, default: [:]][item] = StepOutcome(
                    status: try row.next(), completedAt: try row.next())
            }
        }
        return outcomes
    }
}
