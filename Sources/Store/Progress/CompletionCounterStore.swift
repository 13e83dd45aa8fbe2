public import Learning
public import Persistence

/// Counters that reports read: per direct manager, course and module, never the person. Teams are rolled up the tree when
/// read, so that moving a person touches two managers' rows.
public enum CompletionCounterStore {
    /// Where somebody is counted.
    public enum Place: Hashable, Sendable {
        /// Among a manager's direct reports.
        case manager(Identifier<Person>)
        /// Here, with nobody above.
        case top
        /// Nowhere: they have left, or are not here yet.
        case out

        /// Where somebody belongs who has this manager and has left or not.
        public init(manager: Identifier<Person>?, hasLeft: Bool = false) {
            self = hasLeft ? .out : manager.map(Place.manager) ?? .top
        }

        /// The value of the counters' column; nil where nothing is counted.
        var column: String? {
            switch self {
            case .manager(let id): id.text
            case .top: ""
            case .out: nil
            }
        }
    }

    /// Takes what a person's enrollments count from one place to another. Called in the transaction that changes who their
    /// manager is or that they left, while the person's row is held.
    public static func move(
        person: Identifier<Person>, from: Place, to: Place, _ connection: any SQLConnection
    ) throws {
        guard from != to else { return }
        if let column = from.column {
            try connection.execute("\(addition(of: person, to: column, sign: -1))")
            try connection.execute("DELETE FROM completion_counter WHERE manager_id = \(column) AND enrolled = 0")
        }
        if let column = to.column { try connection.execute("\(addition(of: person, to: column, sign: 1))") }
    }

    /// Adds or takes away all that one person's running enrollments count.
    private static func addition(of person: Identifier<Person>, to column: String, sign: Int) -> SQLQuery {
        """
        INSERT INTO completion_counter (
            course_id, module_key, manager_id, enrolled, started, completed, required, done
        )
        SELECT counted.course_id, counted.module_key, \(column), \(sign) * COUNT(*), \(sign) * SUM(counted.is_started),
               \(sign) * SUM(counted.is_completed), \(sign) * SUM(counted.required), \(sign) * SUM(counted.done)
        FROM \(counted) AS counted
        WHERE counted.person_id = \(person)
        GROUP BY counted.course_id, counted.module_key
        \(onConflictAdd)
        """
    }

    /// What every running enrollment counts, a row for the course and one for each module.
    static let counted: SQLQuery = """
        (SELECT enrollment.person_id AS person_id, enrollment.course_id AS course_id, '' AS module_key,
                CASE WHEN enrollment.last_event_at IS NULL THEN 0 ELSE 1 END AS is_started,
                CASE WHEN enrollment.completed_at IS NULL THEN 0 ELSE 1 END AS is_completed,
                enrollment.required AS required, enrollment.done AS done
         FROM enrollment
         WHERE enrollment.ended_at IS NULL
         UNION ALL
         SELECT enrollment.person_id, enrollment.course_id, module_progress.module_key, module_progress.is_started,
                CASE WHEN module_progress.completed_at IS NULL THEN 0 ELSE 1 END,
                module_progress.required, module_progress.done
         FROM enrollment JOIN module_progress ON module_progress.enrollment_id = enrollment.id
         WHERE enrollment.ended_at IS NULL)
        """

    static let onConflictAdd: SQLQuery = """
        ON CONFLICT (course_id, module_key, manager_id) DO UPDATE SET
            enrolled = completion_counter.enrolled + excluded.enrolled,
            started = completion_counter.started + excluded.started,
            completed = completion_counter.completed + excluded.completed,
            required = completion_counter.required + excluded.required,
            done = completion_counter.done + excluded.done
        """

    /// Adds differences, each row once; in the order of their keys, so that two who add never wait for each other.
    static func add(_ deltas: CompletionDeltas, _ connection: any SQLConnection) throws {
        try Slices.forEachTable(deltas.rows, connection) { slice in
            let rows = slice.map { key, counts -> [SQLValue] in
                [
                    key.course.sqlValue, .text(key.module), .text(key.manager), counts.enrolled.sqlValue,
                    counts.started.sqlValue, counts.completed.sqlValue, counts.required.sqlValue, counts.done.sqlValue,
                ]
            }
            try connection.send(
                """
                INSERT INTO completion_counter (
                    course_id, module_key, manager_id, enrolled, started, completed, required, done
                ) \(table: rows, [.text, .text, .text, .integer, .integer, .integer, .integer, .integer])
                \(onConflictAdd)
                """)
        }
    }

    /// Takes away the counters of a course that count nobody any more.
    static func removeEmpty(of course: Identifier<Course>, _ connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM completion_counter WHERE course_id = \(course) AND enrolled = 0")
    }

    /// How many counters are not what the enrollments add up to. Writes nothing.
    public static func differences(_ connection: any SQLConnection) throws -> Int {
        try connection.value(
            """
            SELECT COUNT(*) FROM (
                SELECT course_id, module_key, manager_id FROM (
                    SELECT course_id, module_key, manager_id, 1 AS is_there, enrolled, started, completed, required, done
                    FROM completion_counter
                    UNION ALL
                    SELECT course_id, module_key, manager_id, -1, -enrolled, -started, -completed, -required, -done
                    FROM (\(sums)) AS wanted
                ) AS both_sides
                GROUP BY course_id, module_key, manager_id
                HAVING SUM(is_there) <> 0 OR SUM(enrolled) <> 0 OR SUM(started) <> 0 OR SUM(completed) <> 0
                    OR SUM(required) <> 0 OR SUM(done) <> 0
            ) AS differing
            """) ?? 0
    }

    /// Makes all counters anew from the enrollments, where any of them differs.
    /// - Returns: how many did.
    @discardableResult
    public static func rebuild(_ connection: any SQLConnection) throws -> Int {
        let differences = try differences(connection)
        guard differences > 0 else { return 0 }
        try connection.execute("DELETE FROM completion_counter")
        try connection.execute(
            """
            INSERT INTO completion_counter (
                course_id, module_key, manager_id, enrolled, started, completed, required, done
            )
            \(sums)
            """)
        return differences
    }

    /// What all enrollments of people who are here add up to, in the order of the table's columns.
    private static let sums: SQLQuery = """
        SELECT counted.course_id AS course_id, counted.module_key AS module_key,
               COALESCE(person.manager_id, '') AS manager_id, COUNT(*) AS enrolled,
               SUM(counted.is_started) AS started, SUM(counted.is_completed) AS completed,
               SUM(counted.required) AS required, SUM(counted.done) AS done
        FROM \(counted) AS counted JOIN person ON person.id = counted.person_id
        WHERE person.left_at IS NULL
        GROUP BY counted.course_id, counted.module_key, COALESCE(person.manager_id, '')
        """
}
