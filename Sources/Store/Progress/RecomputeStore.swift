public import Learning
public import Persistence

/// Makes what events add up to anew, and compares it with what is there.
public enum RecomputeStore {
    /// How many rows are not as the events say.
    public struct Differences: Hashable, Sendable {
        public var enrollments = 0
        public var progress = 0
        public var modules = 0
        public var attempts = 0
        public var counters = 0

        public init() {}

        public static func += (left: inout Self, right: Self) {
            left.enrollments += right.enrollments
            left.progress += right.progress
            left.modules += right.modules
            left.attempts += right.attempts
            left.counters += right.counters
        }

        public var total: Int { enrollments + progress + modules + attempts + counters }
    }

    /// The next enrollments after an id, in the order of their ids.
    public static func enrollments(
        after id: Identifier<Enrollment>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>] {
        try connection.column(
            "SELECT id FROM enrollment WHERE id > \(id?.text ?? "") ORDER BY id LIMIT \(limit)")
    }

    /// How these enrollments' progress, modules, totals and attempts differ from what their events say. Writes nothing.
    /// - Parameter outline: a published version; nil where it is none.
    public static func differences(
        _ ids: [Identifier<Enrollment>], outline: (Identifier<CourseVersion>) throws -> CourseOutline?,
        _ connection: any SQLConnection
    ) throws -> Differences {
        try mends(of: EnrollmentStore.states(of: ids, connection).get(), outline, connection)
            .reduce(into: Differences()) { $0 += $1.differences }
    }

    /// Makes these enrollments' progress, modules, totals and attempts equal to what their events say, and writes only
    /// where that differs.
    /// - Parameter outline: a published version; nil where it is none.
    public static func rebuild(
        _ ids: [Identifier<Enrollment>], outline: (Identifier<CourseVersion>) throws -> CourseOutline?,
        _ connection: any SQLConnection
    ) throws -> Differences {
        let mends = try mends(of: EnrollmentStore.lock(ids, connection).get(), outline, connection)
        try ProgressMend.write(mends, connection)
        return mends.reduce(into: Differences()) { $0 += $1.differences }
    }

    private static func mends(
        of states: [Identifier<Enrollment>: EnrollmentState],
        _ outline: (Identifier<CourseVersion>) throws -> CourseOutline?, _ connection: any SQLConnection
    ) throws -> [ProgressMend] {
        let ids = states.keys.sorted()
        let events = try EventStore.all(of: ids, connection)
        let rows = try ProgressRows(of: ids, connection)
        let moves = try VersionMoveStore.moves(of: ids, connection)
        return try withoutActuallyEscaping(outline) { outline in
            var lines = VersionLines(outline, connection)
            return try ids.compactMap { id in
                guard let state = states[id], let stops = try lines.stops(of: state, moves: moves[id] ?? []) else {
                    return nil
                }
                let records = try (events[id] ?? []).map { try $0.record() }
                return rows.mend(of: state, to: EnrollmentHistory(records, stops), records)
            }
        }
    }
}
