public import Learning

/// Whom to move to which version of a course.
public struct MoveRequest: Hashable, Sendable {
    public var course: Identifier<Course>
    /// The current one unless said otherwise.
    public var version: Identifier<CourseVersion>?
    /// Everybody under way on an earlier version unless said otherwise.
    public var enrollments: [Identifier<Enrollment>]?

    public init(
        course: Identifier<Course>, version: Identifier<CourseVersion>? = nil,
        enrollments: [Identifier<Enrollment>]? = nil
    ) {
        self.course = course
        self.version = version
        self.enrollments = enrollments
    }
}

/// What a ``MoveRequest`` came to, or would come to.
public struct MoveReport: Sendable {
    public var version: CourseVersion
    public var results: [MoveResult]
    /// How many are under way on an earlier version and were not among them, as one request moves only so many.
    public var left: Int
    /// The titles of all steps that results name, by key.
    public var titles: [String: String]
}

/// What became of one enrollment.
public struct MoveResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case moved(MoveGain)
        /// It was on that version already.
        case unchanged
        case refused(Refusal.Detail)
    }

    public var enrollment: Identifier<Enrollment>
    public var person: Identifier<Person>?
    public var name: String?
    /// The version that it was on.
    public var from: Identifier<CourseVersion>?
    public var outcome: Outcome
}
