public import Learning
public import Persistence

/// A practice that was handed in and waits for a witness.
public struct WaitingPractice: Sendable, RowDecodable {
    public var enrollmentID: Identifier<Enrollment>
    public var item: ItemKey
    public var personID: Identifier<Person>
    public var personName: String
    /// The learner's.
    public var managerID: Identifier<Person>?
    public var courseID: Identifier<Course>
    public var courseTitle: String
    /// Who answers for the course.
    public var ownerID: Identifier<Person>?
    public var versionID: Identifier<CourseVersion>
    public var facts: ProgressFacts

    public init(row: inout SQLRow) throws {
        enrollmentID = try row.next()
        item = ItemKey(try row.next(), try row.next())
        personID = try row.next()
        personName = try row.next()
        managerID = try row.next()
        courseID = try row.next()
        courseTitle = try row.next()
        ownerID = try row.next()
        versionID = try row.next()
        facts = try row.next()
    }
}

/// Practices that wait for a witness, found from whoever may be it.
public enum WaitingPracticeStore {
    /// Those of the enrollments that are near the caller (``NearEnrollments``). Which of them the caller may confirm is for
    /// the steps to say. In the order of enrollment, activity and occurrence.
    /// - Parameter manager: the caller's.
    public static func list(
        near caller: Caller, manager: Identifier<Person>?, after: (enrollment: Identifier<Enrollment>, item: ItemKey)?,
        limit: Int, _ connection: any SQLConnection
    ) throws -> [WaitingPractice] {
        let near = NearEnrollments(caller: caller, manager: manager).ids()
        // No comparison of rows that begins with the enrollment: SQLite would go along all that waits from there on.
        let isBeyond: SQLQuery =
            after.map {
                """
                (near.id > \($0.enrollment) OR near.id = \($0.enrollment) AND (waiting.activity, waiting.occurrence)
                    > (\($0.item.activity), CAST(\($0.item.occurrence) AS \(.integer))))
                """
            } ?? "1 = 1"
        // Written so that SQLite, too, begins with the enrollments that are near, and finds in an index alone what waits.
        return try connection.rows(
            """
            SELECT progress.enrollment_id, progress.activity, progress.occurrence, person.id, person.name,
                   person.manager_id, course.id, course.title, course.owner_id, enrollment.version_id, progress.facts
            FROM (\(near)) AS near
            CROSS JOIN progress AS waiting
            JOIN progress ON progress.enrollment_id = waiting.enrollment_id AND progress.activity = waiting.activity
                AND progress.occurrence = waiting.occurrence
            JOIN enrollment ON enrollment.id = progress.enrollment_id
            JOIN person ON person.id = enrollment.person_id
            JOIN course ON course.id = enrollment.course_id
            WHERE waiting.enrollment_id = near.id AND waiting.status = 'waiting' AND \(isBeyond)
              AND enrollment.ended_at IS NULL AND person.left_at IS NULL AND person.id <> \(caller.id)
            ORDER BY waiting.enrollment_id, waiting.activity, waiting.occurrence LIMIT \(limit)
            """)
    }
}
