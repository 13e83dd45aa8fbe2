public import Learning
public import Persistence

/// The steps of courses that can be found: what a learner reads or opens.
public enum LessonSourceStore {
    /// A step of a course's current version, or of an earlier one that the current one has no longer.
    public struct LessonSource: Sendable {
        public let courseID: Identifier<Course>
        public let courseTitle: String
        public let language: String
        public let moduleKey: String
        public let moduleTitle: String
        public let step: Step
        /// The sentences of the behaviors that it serves.
        public let behaviors: [String]
    }

    /// The kinds of activity that are found. A quiz is not: its questions are nobody's to read beforehand.
    public static let kinds: [ActivityKind] = [.lesson, .link, .file, .package]

    /// Every course.
    public static func courses(_ connection: any SQLConnection) throws -> [Identifier<Course>] {
        try connection.column("SELECT id FROM course ORDER BY id")
    }

    /// The course of a version; nil when there is no such version.
    public static func course(
        of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> Identifier<Course>? {
        try connection.value(
            "SELECT course_id FROM course_version WHERE id = \(version) AND state = 'published'",
            of: Identifier<Course>?.self) ?? nil
    }

    /// The current version of a course and those that somebody is still on, as ids.
    private static func versions(of course: Identifier<Course>) -> SQLQuery {
        """
        SELECT course.version_id FROM course WHERE course.id = \(course)
        UNION SELECT enrollment.version_id FROM enrollment
        WHERE enrollment.course_id = \(course) AND enrollment.ended_at IS NULL
        """
    }

    /// Every activity of a course, with its module in the newest version that has it.
    public static func outline(
        of course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> [(activity: String, module: String)] {
        var seen: Set<String> = []
        return try connection.tuples(
            """
            SELECT step.key, step.module_key FROM step WHERE step.version_id IN (\(versions(of: course)))
            ORDER BY step.version_id DESC, step.position
            """, String.self, String.self
        ).filter { seen.insert($0.0).inserted }.map { (activity: $0.0, module: $0.1) }
    }

    /// What can be found of a course: each lesson as the newest version has it, among the current one and those that somebody
    /// is still on. Who may find it in their version is for ``lesson(_:of:for:_:)`` to say.
    public static func lessons(
        of course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> [LessonSource] {
        var behaviors: [String: [String: String]] = [:]
        try connection.forEach(
            "SELECT version_id, key, text FROM behavior WHERE version_id IN (\(versions(of: course)))"
        ) { row in
            let (version, key): (String, String) = (try row.next(), try row.next())
            behaviors[version, default: [:]][key] = try row.next(String.self)
        }
        var seen: Set<String> = []
        return try connection.tuples(
            """
            SELECT course.title, course.language, module.key, module.title, step.definition, step.version_id
            FROM course
            JOIN step ON step.version_id IN (\(versions(of: course)))
            JOIN module ON module.version_id = step.version_id AND module.key = step.module_key
            WHERE course.id = \(course) AND step.kind IN \(list: kinds)
            ORDER BY step.version_id DESC, step.position
            """, String.self, String.self, String.self, String.self, String.self, String.self
        ).compactMap { row in
            let step: Step = try Definition.decode(row.4)
            guard seen.insert(step.key).inserted else { return nil }
            return LessonSource(
                courseID: course, courseTitle: row.0, language: row.1, moduleKey: row.2, moduleTitle: row.3,
                step: step, behaviors: step.behaviors.compactMap { behaviors[row.5]?[$0] })
        }
    }

    /// One of them as a reader has it: in the version that they are on, else in the current one. Nil when that has none of
    /// this key.
    public static func lesson(
        _ activity: String, of course: Identifier<Course>, for reader: Identifier<Person>?,
        _ connection: any SQLConnection
    ) throws -> (courseTitle: String, language: String, step: Step)? {
        try connection.tuples(
            """
            SELECT course.title, course.language, step.definition
            FROM course
            JOIN step ON step.key = \(activity) AND step.version_id = COALESCE(
                (
                    SELECT version_id FROM enrollment
                    WHERE course_id = course.id AND person_id = \(reader) AND ended_at IS NULL
                    ORDER BY id DESC LIMIT 1
                ), course.version_id)
            WHERE course.id = \(course) AND step.kind IN \(list: kinds)
            """, String.self, String.self, String.self
        ).first.map { ($0.0, $0.1, try Definition.decode($0.2)) }
    }
}
