public import Learning
public import Persistence

/// An enrollment as recording an event needs it: whose it is, by which version, how far, and who counts it.
public struct EnrollmentState: Sendable, RowDecodable {
    public var id: Identifier<Enrollment>
    public var personID: Identifier<Person>
    public var courseID: Identifier<Course>
    public var versionID: Identifier<CourseVersion>
    /// Who answers for the course.
    public var ownerID: Identifier<Person>?
    public var managerID: Identifier<Person>?
    /// Whether counters count it: the person is here and the enrollment has not ended.
    public var isCounted: Bool
    var required: Int
    var done: Int
    var completedAt: Instant?
    var lastEventAt: Instant?

    /// How far it is.
    var totals: Totals {
        Totals(required: required, done: done, completedAt: completedAt, isStarted: lastEventAt != nil)
    }

    public init(row: inout SQLRow) throws {
        id = try row.next()
        personID = try row.next()
        courseID = try row.next()
        versionID = try row.next()
        ownerID = try row.next()
        managerID = try row.next()
        isCounted = try row.next()
        required = try row.next()
        done = try row.next()
        completedAt = try row.next()
        lastEventAt = try row.next()
    }
}

extension EnrollmentStore {
    /// What is to be changed, held against other writers until the transaction ends; in the order of their ids, so that two
    /// who want the same never wait for each other. The person is held too: who moves to another manager takes along what
    /// was counted.
    public static func lock(
        _ ids: [Identifier<Enrollment>], _ connection: any SQLConnection
    ) throws -> SQLReply<[Identifier<Enrollment>: EnrollmentState]> {
        try states(of: ids, holding: "\(.forUpdate)", connection)
    }

    /// The same to be looked at only: nobody waits for it.
    static func states(
        of ids: [Identifier<Enrollment>], holding hold: SQLQuery = "", _ connection: any SQLConnection
    ) throws -> SQLReply<[Identifier<Enrollment>: EnrollmentState]> {
        let states = SQLReply([Identifier<Enrollment>: EnrollmentState](), connection)
        states.rows.reserveCapacity(ids.count)
        try Slices.forEachList(ids.sorted()) { list in
            try connection.ask(
                """
                SELECT enrollment.id, enrollment.person_id, enrollment.course_id, enrollment.version_id,
                       (SELECT course.owner_id FROM course WHERE course.id = enrollment.course_id),
                       person.manager_id,
                       CASE WHEN person.left_at IS NULL AND enrollment.ended_at IS NULL THEN 1 ELSE 0 END,
                       enrollment.required, enrollment.done, enrollment.completed_at, enrollment.last_event_at
                FROM enrollment JOIN person ON person.id = enrollment.person_id
                WHERE enrollment.id IN \(list: list)
                ORDER BY enrollment.id \(hold)
                """
            ) { row in
                let state = try EnrollmentState(row: &row)
                states.rows[state.id] = state
            }
        }
        return states
    }
}
