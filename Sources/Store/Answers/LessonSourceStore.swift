public import Learning
public import Persistence

/// The steps of courses that can be found: what a learner reads or opens.
public enum LessonSourceStore {
    /// A step of a course's current version.
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

    /// Every activity of a course's current version, with its module.
    public static func outline(
        of course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> [(activity: String, module: String)] {
        try connection.tuples(
            """
            SELECT step.key, step.module_key FROM course JOIN step ON step.version_id = course.version_id
            WHERE course.id = \(course)
            """, String.self, String.self
        ).map { (activity: $0.0, module: $0.1) }
    }

    /// What can be found in the current version of a course.
    public static func lessons(
        of course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> [LessonSource] {
        let behaviors = Dictionary(
            try connection.tuples(
                """
                SELECT behavior.key, behavior.text FROM course JOIN behavior ON behavior.version_id = course.version_id
                WHERE course.id = \(course)
                """, String.self, String.self)
        ) { first, _ in first }
        return try connection.tuples(
            """
            SELECT course.title, course.language, module.key, module.title, step.definition
            FROM course
            JOIN step ON step.version_id = course.version_id
            JOIN module ON module.version_id = course.version_id AND module.key = step.module_key
            WHERE course.id = \(course) AND step.kind IN \(list: kinds)
            ORDER BY step.position
            """, String.self, String.self, String.self, String.self, String.self
        ).map { row in
            let step: Step = try Definition.decode(row.4)
            return LessonSource(
                courseID: course, courseTitle: row.0, language: row.1, moduleKey: row.2, moduleTitle: row.3,
                step: step, behaviors: step.behaviors.compactMap { behaviors[$0] })
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
