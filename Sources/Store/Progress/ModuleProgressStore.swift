import Learning
import Persistence

/// How much of each module is done, as rows.
enum ModuleProgressStore {
    /// One row: a module of an enrollment.
    struct Key: Hashable, Comparable {
        var enrollment: Identifier<Enrollment>
        var module: String

        static func < (left: Self, right: Self) -> Bool {
            left.enrollment == right.enrollment ? left.module < right.module : left.enrollment < right.enrollment
        }
    }

    /// The totals of these modules, whose keys lead as in ``ProgressStore/facts(of:_:)``.
    static func totals(of keys: [Key], _ connection: any SQLConnection) throws -> SQLReply<[Key: Totals]> {
        let totals = SQLReply([Key: Totals](), connection)
        totals.rows.reserveCapacity(keys.count)
        try Slices.forEachTable(of: keys, connection) { slice in
            try connection.ask(
                """
                WITH wanted (enrollment_id, module_key) AS (
                    \(table: slice.map { [$0.enrollment.sqlValue, .text($0.module)] }, [.text, .text])
                )
                SELECT module_progress.enrollment_id, module_progress.module_key, module_progress.required,
                       module_progress.done, module_progress.completed_at, module_progress.is_started
                FROM wanted CROSS JOIN module_progress
                WHERE module_progress.enrollment_id = wanted.enrollment_id
                  AND module_progress.module_key = wanted.module_key
                """
            ) { row in
                let key = Key(enrollment: try row.next(), module: try row.next())
                totals.rows[key] = Totals(
                    required: try row.next(), done: try row.next(), completedAt: try row.next(),
                    isStarted: try row.next())
            }
        }
        return totals
    }

    /// Takes rows away.
    static func remove(_ keys: [Key], _ connection: any SQLConnection) throws {
        try Slices.forEachList(keys) { list in
            try connection.execute(
                """
                DELETE FROM module_progress WHERE enrollment_id IN \(list: list.map(\.enrollment))
                    AND (enrollment_id, module_key) IN (
                        VALUES \(rows: list.map { [$0.enrollment.sqlValue, .text($0.module)] })
                    )
                """)
        }
    }

    static func upsert(_ rows: [(key: Key, totals: Totals)], _ connection: any SQLConnection) throws {
        try Slices.forEachTable(rows, connection) { slice in
            let values = slice.map { row -> [SQLValue] in
                [
                    row.key.enrollment.sqlValue, .text(row.key.module), row.totals.required.sqlValue,
                    row.totals.done.sqlValue, row.totals.completedAt.sqlValue, row.totals.isStarted.sqlValue,
                ]
            }
            try connection.send(
                """
                INSERT INTO module_progress (enrollment_id, module_key, required, done, completed_at, is_started)
                \(table: values, [.text, .text, .integer, .integer, .integer, .integer])
                ON CONFLICT (enrollment_id, module_key) DO UPDATE SET
                    required = excluded.required, done = excluded.done, completed_at = excluded.completed_at,
                    is_started = excluded.is_started
                """)
        }
    }
}
