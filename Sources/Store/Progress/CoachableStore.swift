public import Learning
public import Persistence

/// An enrollment under way in which somebody may be the coach.
public struct Coachable: Sendable, RowDecodable {
    public var summary: EnrollmentSummary
    /// The learner's.
    public var managerID: Identifier<Person>?
    /// Who answers for the course.
    public var ownerID: Identifier<Person>?

    public init(row: inout SQLRow) throws {
        summary = try EnrollmentSummary(row: &row)
        managerID = try row.next()
        ownerID = try row.next()
    }
}

/// Enrollments under way, found from whoever may coach in them.
public enum CoachableStore {
    /// The published versions of the courses that a caller answers for: a trainer for those that they own, an admin also for
    /// those that nobody owns.
    public static func versions(
        answeredForBy caller: Caller, _ connection: any SQLConnection
    ) throws -> [Identifier<CourseVersion>] {
        var groups: [SQLQuery] = []
        if caller.isTrainer { groups.append("course.owner_id = \(caller.id)") }
        if caller.isAdmin { groups.append("course.owner_id IS NULL") }
        guard let first = groups.first else { return [] }
        let isTheirs = groups.dropFirst().reduce(first) { "\($0) OR \($1)" }
        return try connection.column(
            """
            SELECT course_version.id FROM course JOIN course_version ON course_version.course_id = course.id
            WHERE (\(isTheirs)) AND course_version.state = 'published'
            """)
    }

    /// Those that are near the caller (``NearEnrollments``) and neither complete nor ended, oldest first. Which coachings in
    /// them are the caller's is for the steps to say.
    /// - Parameters:
    ///   - manager: the caller's.
    ///   - versions: the only ones that matter of what is near by its course alone.
    ///   - first: the first enrollment that may come; nil for all.
    public static func list(
        near caller: Caller, manager: Identifier<Person>?, versions: [Identifier<CourseVersion>],
        from first: Identifier<Enrollment>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [Coachable] {
        let near = NearEnrollments(caller: caller, manager: manager).ids(versions: versions)
        let beginning: SQLQuery = first.map { "AND near.id >= \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT \(EnrollmentStore.columns), person.name, course.title, person.manager_id, course.owner_id
            FROM (\(near)) AS near
            CROSS JOIN enrollment
            JOIN person ON person.id = enrollment.person_id
            JOIN course ON course.id = enrollment.course_id
            WHERE enrollment.id = near.id AND enrollment.ended_at IS NULL AND enrollment.completed_at IS NULL
              AND person.left_at IS NULL AND person.id <> \(caller.id) \(beginning)
            ORDER BY near.id LIMIT \(limit)
            """)
    }
}
