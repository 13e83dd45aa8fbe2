public import Learning

/// A course opened: one version of it with its outline.
public struct CourseContent: Sendable {
    public var summary: CourseSummary
    /// The version that is shown: the caller's own when they are in the course, else the current one.
    public var version: CourseVersion
    public var why: Prose?
    public var benefit: Prose?
    public var stop: Prose?
    public var behaviors: [Behavior]
    public var modules: [CourseModule]
    /// How many versions the course has.
    public var versions: Int
}
