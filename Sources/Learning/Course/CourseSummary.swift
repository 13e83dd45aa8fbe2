/// A course as a list shows it, with its current version.
public struct CourseSummary: Hashable, Sendable {
    public var course: Course
    public var versionNumber: Int
    public var versionLabel: String
    /// Of the current version.
    public var modules: Int
    public var activities: Int
    /// Whether the one who asks is in it.
    public var isEnrolled: Bool

    public init(
        course: Course, versionNumber: Int, versionLabel: String, modules: Int, activities: Int, isEnrolled: Bool
    ) {
        self.course = course
        self.versionNumber = versionNumber
        self.versionLabel = versionLabel
        self.modules = modules
        self.activities = activities
        self.isEnrolled = isEnrolled
    }
}
