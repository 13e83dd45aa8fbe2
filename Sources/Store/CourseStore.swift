public import Learning
public import Persistence

/// Courses as rows.
public enum CourseStore {
    static let columns: SQLQuery = """
        course.id, course.key, course.title, course.language, course.owner_id, course.is_open, course.version_id,
        course.created_at, course.revision
        """

    /// One course; nil when there is none with this id.
    public static func find(_ id: Identifier<Course>, _ connection: any SQLConnection) throws -> Course? {
        try connection.first("SELECT \(columns) FROM course WHERE id = \(id)")
    }

    /// The course with this key; nil when there is none.
    public static func find(key: String, _ connection: any SQLConnection) throws -> Course? {
        try connection.first("SELECT \(columns) FROM course WHERE key = \(key)")
    }

    /// The same, and nobody else changes it until the transaction ends.
    public static func lock(key: String, _ connection: any SQLConnection) throws -> Course? {
        try connection.first("SELECT \(columns) FROM course WHERE key = \(key) \(.forUpdate)")
    }

    /// The titles of these courses.
    public static func titles(
        of ids: Set<Identifier<Course>>, _ connection: any SQLConnection
    ) throws -> [Identifier<Course>: String] {
        var titles: [Identifier<Course>: String] = [:]
        try Slices.forEachList(ids.sorted()) { list in
            for (id, title) in try connection.tuples(
                "SELECT id, title FROM course WHERE id IN \(list: list)", Identifier<Course>.self, String.self)
            {
                titles[id] = title
            }
        }
        return titles
    }

    /// The keys and titles of all courses.
    public static func names(
        _ connection: any SQLConnection
    ) throws -> [(id: Identifier<Course>, key: String, title: String)] {
        try connection.tuples(
            "SELECT id, key, title FROM course", Identifier<Course>.self, String.self, String.self
        ).map { (id: $0.0, key: $0.1, title: $0.2) }
    }

    /// Adds a course unless its key is taken.
    /// - Returns: whether it was added.
    public static func insert(_ course: Course, _ connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO course (
                id, key, title, title_key, language, owner_id, version_id, is_open, created_at, revision
            ) VALUES (
                \(course.id), \(course.key), \(course.title), \(SortKey.make(course.title)), \(course.language),
                \(course.ownerID), \(course.versionID), \(course.isOpen), \(course.createdAt), \(course.revision)
            )
            ON CONFLICT (key) DO NOTHING
            """) == 1
    }

    /// Makes a version the one that new enrollments get, with its title and language.
    public static func setCurrent(
        _ version: Identifier<CourseVersion>, title: String, language: String, of course: Identifier<Course>,
        _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE course
            SET version_id = \(version), title = \(title), title_key = \(SortKey.make(title)),
                language = \(language), revision = revision + 1
            WHERE id = \(course)
            """)
    }

    /// Changes who may enroll themselves and who answers for it.
    /// - Returns: false when the revision is no longer this one.
    public static func update(
        _ id: Identifier<Course>, isOpen: Bool, ownerID: Identifier<Person>?, revision: Int,
        _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE course SET is_open = \(isOpen), owner_id = \(ownerID), revision = revision + 1
            WHERE id = \(id) AND revision = \(revision)
            """) == 1
    }
}

extension Course: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), key: try row.next(), title: try row.next(), language: try row.next(),
            ownerID: try row.next(), isOpen: try row.next(), versionID: try row.next(), createdAt: try row.next(),
            revision: try row.next())
    }
}
