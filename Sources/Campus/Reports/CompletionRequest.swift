public import Learning

/// What is asked of the completion report.
public struct CompletionRequest: Hashable, Sendable {
    public var grouping: CompletionGrouping
    /// Nil for every course.
    public var course: Identifier<Course>?
    /// Only people below this manager; nil for all whom the caller may see.
    public var team: Identifier<Person>?

    public init(
        by grouping: CompletionGrouping = .course, course: Identifier<Course>? = nil, team: Identifier<Person>? = nil
    ) {
        self.grouping = grouping
        self.course = course
        self.team = team
    }
}
