public import Learning
public import Persistence

/// Published versions as rows; none of them ever changes.
public enum CourseVersionStore {
    static let columns: SQLQuery = """
        course_version.id, course_version.course_id, course_version.number, course_version.label,
        course_version.language, course_version.title, course_version.why, course_version.benefit, course_version.stop,
        course_version.format, course_version.digest, course_version.imported_by, course_version.published_at
        """

    /// One published version; nil when there is none with this id.
    public static func find(
        _ id: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> CourseVersion? {
        try connection.first(
            "SELECT \(columns) FROM course_version WHERE id = \(id) AND state = 'published'")
    }

    /// The version of a course that holds this very content; nil when none does.
    public static func find(
        digest: String, of course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> Identifier<CourseVersion>? {
        try connection.value(
            """
            SELECT id FROM course_version
            WHERE course_id = \(course) AND digest = \(digest) AND state = 'published'
            """)
    }

    /// The versions of a course that may be seen, newest first.
    /// - Parameter page: its key is the number of the last version that the caller has.
    public static func list(
        of course: Identifier<Course>, _ sight: CourseSight, page: Page<Int>, _ connection: any SQLConnection
    ) throws -> [CourseVersion] {
        let after: SQLQuery = page.after.map { "AND course_version.number < \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT \(columns)
            FROM course_version JOIN course ON course.id = course_version.course_id
            WHERE course_version.course_id = \(course) AND course_version.state = 'published'
              AND \(sight.ofVersion) \(after)
            ORDER BY course_version.number DESC LIMIT \(page.limit)
            """)
    }

    /// The ids and numbers of all versions of a course, in their order.
    public static func line(
        of course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> [(id: Identifier<CourseVersion>, number: Int)] {
        try connection.tuples(
            "SELECT id, number FROM course_version WHERE course_id = \(course) AND state = 'published' ORDER BY number",
            Identifier<CourseVersion>.self, Int.self
        ).map { (id: $0.0, number: $0.1) }
    }

    /// How many versions a course has.
    public static func count(of course: Identifier<Course>, _ connection: any SQLConnection) throws -> Int {
        try connection.value(
            "SELECT COUNT(*) FROM course_version WHERE course_id = \(course) AND state = 'published'") ?? 0
    }
}

extension CourseVersion: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), courseID: try row.next(), number: try row.next(), label: try row.next(),
            language: try row.next(), title: try row.next(), why: try row.next(), benefit: try row.next(),
            stop: try row.next(), format: try row.next(), digest: try row.next(), importedBy: try row.next(),
            publishedAt: try row.next())
    }
}
