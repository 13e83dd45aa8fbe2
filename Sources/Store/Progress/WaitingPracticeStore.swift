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
    /// Those of people who report to the caller or to the same manager, and of courses that the caller owns; for an admin also
    /// those of people without a manager, and of courses without an owner. Which of them the caller may confirm is for the
    /// steps to say. In the order of enrollment, activity and occurrence.
    /// - Parameter manager: the caller's.
    public static func list(
        near caller: Caller, manager: Identifier<Person>?, after: (enrollment: Identifier<Enrollment>, item: ItemKey)?,
        limit: Int, _ connection: any SQLConnection
    ) throws -> [WaitingPractice] {
        let askers = [caller.id] + [manager].compactMap(\.self)
        var groups: [SQLQuery] = [people("person.manager_id IN \(list: askers)")]
        if caller.isTrainer { groups.append(courses("course.owner_id = \(caller.id)")) }
        if caller.isAdmin { groups += [people("person.manager_id IS NULL"), courses("course.owner_id IS NULL")] }
        let near = groups.dropFirst().reduce(groups[0]) { "\($0) UNION \($1)" }
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

    private static func people(_ condition: SQLQuery) -> SQLQuery {
        """
        SELECT enrollment.id AS id FROM person JOIN enrollment ON enrollment.person_id = person.id WHERE \(condition)
        """
    }

    private static func courses(_ condition: SQLQuery) -> SQLQuery {
        """
        SELECT enrollment.id AS id FROM course JOIN enrollment ON enrollment.course_id = course.id WHERE \(condition)
        """
    }
}
