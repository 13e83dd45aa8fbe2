public import Learning
public import Persistence

/// Makes what events add up to anew, and writes only where that differs from what is there.
public enum RecomputeStore {
    /// How many rows were not as the events say.
    public struct Differences: Hashable, Sendable {
        public var enrollments = 0
        public var progress = 0
        public var modules = 0
        public var attempts = 0

        public init() {}

        public static func += (left: inout Self, right: Self) {
            left.enrollments += right.enrollments
            left.progress += right.progress
            left.modules += right.modules
            left.attempts += right.attempts
        }

        public var total: Int { enrollments + progress + modules + attempts }
    }

    /// The next enrollments after an id, in the order of their ids.
    public static func enrollments(
        after id: Identifier<Enrollment>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>] {
        try connection.column(
            "SELECT id FROM enrollment WHERE id > \(id?.text ?? "") ORDER BY id LIMIT \(limit)")
    }

    /// Makes these enrollments' progress, modules, totals and attempts equal to what their events say.
    /// - Parameter outline: a published version; nil where it is none.
    public static func rebuild(
        _ ids: [Identifier<Enrollment>], outline: (Identifier<CourseVersion>) throws -> CourseOutline?,
        _ connection: any SQLConnection
    ) throws -> Differences {
        var differences = Differences()
        let states = try EnrollmentStore.lock(ids, connection)
        let events = try EventStore.all(of: ids, connection)
        let rows = try ProgressRows(of: ids, connection)
        for id in ids {
            guard let state = states[id], let current = try outline(state.versionID) else { continue }
            let records = try (events[id] ?? []).map { try $0.record() }
            var earlier: [Identifier<CourseVersion>: CourseOutline] = [:]
            for version in Set(records.map(\.version)) where version != state.versionID {
                earlier[version] = try outline(version)
            }
            let history = EnrollmentHistory(records, current, earlier: earlier)
            differences += try rows.write(history, of: state, connection)
            differences.attempts += try attempts(of: id, records, connection)
        }
        return differences
    }

    /// An attempt came out as its event says; without one it is still open.
    private static func attempts(
        of enrollment: Identifier<Enrollment>, _ events: [EventRecord], _ connection: any SQLConnection
    ) throws -> Int {
        var submitted: [Identifier<Attempt>: EventRecord] = [:]
        for event in events where event.verb == .submitted {
            if let attempt = event.attempt { submitted[attempt] = event }
        }
        var changed = 0
        let ids: [Identifier<Attempt>] = try connection.column(
            "SELECT id FROM attempt WHERE enrollment_id = \(enrollment)")
        for id in ids {
            let event = submitted[id]
            changed += try connection.execute(
                """
                UPDATE attempt SET
                    submitted_at = \(event?.occurredAt), score = \(event?.data.score), success = \(event?.data.success)
                WHERE id = \(id)
                  AND (submitted_at IS DISTINCT FROM CAST(\(event?.occurredAt) AS \(.integer))
                       OR score IS DISTINCT FROM CAST(\(event?.data.score) AS \(.real))
                       OR success IS DISTINCT FROM CAST(\(event?.data.success) AS \(.integer)))
                """)
        }
        return changed
    }
}
