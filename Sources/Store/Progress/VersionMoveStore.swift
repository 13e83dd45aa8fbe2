public import Learning
public import Persistence

/// Enrollments that go on to a later version of their course.
public enum VersionMoveStore {
    /// What moving one enrollment comes to.
    public struct Move: Sendable {
        /// Why it does not move, or what it gains.
        public enum Outcome: Sendable {
            case moved(MoveGain)
            /// It is on that version already.
            case there
            /// It is on a later one.
            case ahead
            /// The person has left, or the enrollment has ended.
            case over
            /// There is no such enrollment in the course.
            case missing
        }

        public var enrollment: Identifier<Enrollment>
        public var person: Identifier<Person>?
        public var from: Identifier<CourseVersion>?
        public var outcome: Outcome
    }

    /// The enrollments under way in a course, on an earlier version than this one, by id.
    /// - Parameter limit: at most so many.
    public static func underWay(
        in course: Identifier<Course>, before number: Int, limit: Int, _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>] {
        try connection.column(
            "SELECT enrollment.id \(underWay(course, number)) ORDER BY enrollment.id LIMIT \(limit)")
    }

    /// How many those are.
    public static func countUnderWay(
        in course: Identifier<Course>, before number: Int, _ connection: any SQLConnection
    ) throws -> Int {
        try connection.value("SELECT COUNT(*) \(underWay(course, number))") ?? 0
    }

    private static func underWay(_ course: Identifier<Course>, _ number: Int) -> SQLQuery {
        """
        FROM enrollment
        JOIN person ON person.id = enrollment.person_id
        JOIN course_version ON course_version.id = enrollment.version_id
        WHERE enrollment.course_id = \(course) AND enrollment.ended_at IS NULL AND enrollment.completed_at IS NULL
          AND person.left_at IS NULL AND course_version.number < \(number)
        """
    }

    /// What moving these enrollments of a course to one of its versions would come to. Writes nothing.
    /// - Parameter outline: a published version; nil where it is none.
    public static func look(
        _ ids: [Identifier<Enrollment>], to version: Identifier<CourseVersion>, of course: Identifier<Course>,
        outline: @escaping (Identifier<CourseVersion>) throws -> CourseOutline?, _ connection: any SQLConnection
    ) throws -> [Move] {
        try plan(
            ids, to: version, of: course, states: EnrollmentStore.states(of: ids, connection).get(), outline, connection
        ).map(\.move)
    }

    /// Moves them: progress, modules, totals and counters become what the later version makes of what they did.
    public static func move(
        _ ids: [Identifier<Enrollment>], to version: Identifier<CourseVersion>, of course: Identifier<Course>,
        by person: Identifier<Person>?, now: Instant,
        outline: @escaping (Identifier<CourseVersion>) throws -> CourseOutline?, _ connection: any SQLConnection
    ) throws -> [Move] {
        let planned = try plan(
            ids, to: version, of: course, states: EnrollmentStore.lock(ids, connection).get(), outline, connection)
        let moving = planned.compactMap(\.change)
        guard !moving.isEmpty else { return planned.map(\.move) }
        try setVersion(version, of: moving.map(\.state.id), connection)
        try ProgressMend.write(moving.map(\.mend), connection)
        try insert(moving, to: version, by: person, now: now, connection)
        var deltas = CompletionDeltas()
        for change in moving {
            deltas.move(change.state, from: change.before, to: change.after)
        }
        try CompletionCounterStore.add(deltas, connection)
        try CompletionCounterStore.removeEmpty(of: course, connection)
        return planned.map(\.move)
    }

    /// The moves of these enrollments, each enrollment's in their order.
    static func moves(
        of enrollments: [Identifier<Enrollment>], _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>: [(from: Identifier<CourseVersion>, to: Identifier<CourseVersion>)]] {
        var moves: [Identifier<Enrollment>: [(from: Identifier<CourseVersion>, to: Identifier<CourseVersion>)]] = [:]
        try Slices.forEachList(enrollments) { list in
            try connection.forEach(
                """
                SELECT enrollment_id, from_version, to_version FROM version_move
                WHERE enrollment_id IN \(list: list) ORDER BY enrollment_id, number
                """
            ) { row in
                moves[try row.next(), default: []].append((from: try row.next(), to: try row.next()))
            }
        }
        return moves
    }

    private struct Change {
        var state: EnrollmentState
        var number: Int
        var before: EnrollmentHistory
        var after: EnrollmentHistory
        var mend: ProgressMend
    }

    private static func plan(
        _ ids: [Identifier<Enrollment>], to version: Identifier<CourseVersion>, of course: Identifier<Course>,
        states: [Identifier<Enrollment>: EnrollmentState],
        _ outline: @escaping (Identifier<CourseVersion>) throws -> CourseOutline?, _ connection: any SQLConnection
    ) throws -> [(move: Move, change: Change?)] {
        var lines = VersionLines(outline, connection)
        let rows = try ProgressRows(of: ids, connection)
        let target = try lines.number(of: version, in: course) ?? 0
        return try ids.map { id in
            guard let state = states[id], state.courseID == course else {
                return (Move(enrollment: id, outcome: .missing), nil)
            }
            func move(_ outcome: Move.Outcome) -> Move {
                Move(enrollment: id, person: state.personID, from: state.versionID, outcome: outcome)
            }
            if state.versionID == version { return (move(.there), nil) }
            guard state.isCounted else { return (move(.over), nil) }
            guard let number = try lines.number(of: state.versionID, in: course), number < target else {
                return (move(.ahead), nil)
            }
            guard let stop = try lines.stop(at: version, from: state.versionID, in: course),
                let old = try outline(state.versionID)
            else { throw StoreError(.reference, "an enrollment's version is not published") }
            let before = rows.standing(of: state)
            var after = before
            after.move(to: stop)
            let change = Change(
                state: state, number: target, before: before, after: after, mend: rows.mend(of: state, to: after))
            return (move(.moved(MoveGain(from: old, before, to: stop, after))), change)
        }
    }

    private static func setVersion(
        _ version: Identifier<CourseVersion>, of ids: [Identifier<Enrollment>], _ connection: any SQLConnection
    ) throws {
        try Slices.forEachList(ids) { list in
            try connection.execute(
                """
                UPDATE enrollment SET version_id = \(version), revision = revision + 1 WHERE id IN \(list: list)
                """)
        }
    }

    private static func insert(
        _ changes: [Change], to version: Identifier<CourseVersion>, by person: Identifier<Person>?, now: Instant,
        _ connection: any SQLConnection
    ) throws {
        try Slices.forEach(changes) { slice in
            let rows = slice.map { change -> [SQLValue] in
                [
                    change.state.id.sqlValue, change.number.sqlValue, change.state.versionID.sqlValue,
                    version.sqlValue, person.sqlValue, now.sqlValue,
                ]
            }
            try connection.execute(
                """
                INSERT INTO version_move (enrollment_id, number, from_version, to_version, moved_by, moved_at)
                VALUES \(rows: rows)
                """)
        }
    }
}
