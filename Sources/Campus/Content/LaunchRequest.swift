public import Learning

/// What somebody wants to open.
public struct LaunchRequest: Hashable, Sendable {
    /// As whom.
    public enum Target: Hashable, Sendable {
        /// As the learner of their own enrollment.
        case enrollment(Identifier<Enrollment>)
        /// As a trainer who looks at a version.
        case preview(Identifier<CourseVersion>)
    }

    public var target: Target
    public var activity: String
    /// 1-based.
    public var occurrence: Int
    /// Another file of the package than the activity's own: one that its text links to.
    public var path: String?

    public init(_ target: Target, activity: String, occurrence: Int = 1, path: String? = nil) {
        self.target = target
        self.activity = activity
        self.occurrence = occurrence
        self.path = path
    }
}
