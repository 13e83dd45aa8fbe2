public import Learning
public import Persistence

/// Versions as progress and plans need them.
public enum CourseOutlineStore {
    /// One published version; nil when there is none with this id.
    public static func find(
        _ version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> CourseOutline? {
        let course = try connection.value(
            "SELECT course_id FROM course_version WHERE id = \(version) AND state = 'published'",
            of: Identifier<Course>.self)
        guard let course else { return nil }
        return CourseOutline(
            version: version, course: course, behaviors: try CourseVersionStore.behaviors(of: version, connection),
            modules: try CourseVersionStore.modules(of: version, connection))
    }
}
