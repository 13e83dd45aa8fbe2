public import Learning
public import Persistence

extension EnrollmentStore {
    private static let summaries: SQLQuery = """
        SELECT \(columns), person.name, course.title
        FROM enrollment
        JOIN person ON person.id = enrollment.person_id
        JOIN course ON course.id = enrollment.course_id
        """

    /// One enrollment with its names, if the caller may see it.
    public static func summary(
        _ id: Identifier<Enrollment>, seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> EnrollmentSummary? {
        try connection.first("\(summaries) WHERE enrollment.id = \(id) AND \(isSeen(by: caller))")
    }

    /// The enrollments that the caller may see, oldest first.
    public static func list(
        _ filter: EnrollmentFilter, seenBy caller: Caller, page: Page<Identifier<Enrollment>>,
        _ connection: any SQLConnection
    ) throws -> [EnrollmentSummary] {
        var query: SQLQuery = "\(summaries) WHERE \(isSeen(by: caller))"
        if let person = filter.person { query = query + " AND enrollment.person_id = \(person)" }
        if let course = filter.course { query = query + " AND enrollment.course_id = \(course)" }
        if let team = filter.team { query = query + " AND enrollment.person_id IN \(TeamStore.below(team))" }
        if let after = page.after { query = query + " AND enrollment.id > \(after)" }
        return try connection.rows(query + " ORDER BY enrollment.id LIMIT \(page.limit)")
    }

    /// What those who report to a manager themselves are under way in, oldest first.
    public static func running(
        ofReportsOf manager: Identifier<Person>, limit: Int, _ connection: any SQLConnection
    ) throws -> [EnrollmentSummary] {
        try connection.rows(
            """
            \(summaries)
            WHERE person.manager_id = \(manager) AND person.left_at IS NULL AND enrollment.ended_at IS NULL
              AND enrollment.completed_at IS NULL
            ORDER BY enrollment.id LIMIT \(limit)
            """)
    }

    /// The enrollments of one person that have not ended, oldest first.
    public static func running(
        of person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> [EnrollmentSummary] {
        try connection.rows(
            """
            \(summaries) WHERE enrollment.person_id = \(person) AND enrollment.ended_at IS NULL ORDER BY enrollment.id
            """)
    }
}

extension EnrollmentSummary: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(enrollment: try Enrollment(row: &row), personName: try row.next(), courseTitle: try row.next())
    }
}
