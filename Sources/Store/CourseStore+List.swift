public import Learning
public import Persistence

/// Courses as somebody may see them.
extension CourseStore {
    /// The courses that may be seen, by title.
    /// - Parameter page: its key is the sort key of the title and the id of the last course that the caller has.
    public static func list(
        _ sight: CourseSight, page: Page<(titleKey: String, id: Identifier<Course>)>, _ connection: any SQLConnection
    ) throws -> [CourseSummary] {
        let after: SQLQuery =
            page.after.map { "AND (course.title_key, course.id) > (\($0.titleKey), \($0.id))" } ?? ""
        return try connection.rows(
            """
            \(summary(sight)) \(after)
            ORDER BY course.title_key, course.id LIMIT \(page.limit)
            """)
    }

    /// One course; nil when there is none with this id, or it may not be seen.
    public static func summary(
        _ id: Identifier<Course>, _ sight: CourseSight, _ connection: any SQLConnection
    ) throws -> CourseSummary? {
        try connection.first("\(summary(sight)) AND course.id = \(id)")
    }

    private static func summary(_ sight: CourseSight) -> SQLQuery {
        """
        SELECT \(columns), course_version.number, course_version.label, course_version.modules,
               course_version.activities,
               CASE WHEN EXISTS (SELECT 1 FROM enrollment
                                 WHERE enrollment.course_id = course.id AND enrollment.person_id = \(sight.person)
                                   AND enrollment.ended_at IS NULL)
                    THEN 1 ELSE 0 END
        FROM course JOIN course_version ON course_version.id = course.version_id
        WHERE \(sight.ofCourse)
        """
    }

    /// The version of a course that somebody is shown: the one asked for, else the one they are on, else the current one.
    /// Nil when it is not of this course, or may not be seen.
    public static func shownVersion(
        of course: Course, asked: Identifier<CourseVersion>?, _ sight: CourseSight, _ connection: any SQLConnection
    ) throws -> CourseVersion? {
        guard let asked else {
            let own: Identifier<CourseVersion>? = try connection.value(
                """
                SELECT version_id FROM enrollment
                WHERE course_id = \(course.id) AND person_id = \(sight.person) AND ended_at IS NULL
                ORDER BY id DESC LIMIT 1
                """)
            return try CourseVersionStore.find(own ?? course.versionID, connection)
        }
        return try connection.first(
            """
            SELECT \(CourseVersionStore.columns)
            FROM course_version JOIN course ON course.id = course_version.course_id
            WHERE course_version.id = \(asked) AND course_version.course_id = \(course.id)
              AND course_version.state = 'published' AND \(sight.ofVersion)
            """)
    }
}

extension CourseSummary: RowDecodable {
    public init(row: inout SQLRow) throws {
        let course = try Course(row: &row)
        let number: Int = try row.next()
        let label: String = try row.next()
        self.init(
            course: course, versionNumber: number, versionLabel: label, modules: try row.next(),
            activities: try row.next(), isEnrolled: try row.next())
    }
}
