/// What one row of the completion report is about, beside a course.
public enum CompletionGrouping: String, Sendable, Codable, CaseIterable {
    /// A course as a whole.
    case course
    /// A module of a course.
    case module
    /// Everybody below a manager, at every depth, in a course.
    case team
    /// A person in a course.
    case person
}
