/// How far a group of enrollments is.
public struct CompletionCounts: Hashable, Sendable {
    /// Enrollments of people who are here.
    public var enrolled: Int
    /// Those in which anything happened.
    public var started: Int
    /// Those in which everything that is required is done, or once was.
    public var completed: Int
    /// Items that count, over all of them.
    public var required: Int
    /// Items that are done; never more than `required`.
    public var done: Int

    public init(enrolled: Int = 0, started: Int = 0, completed: Int = 0, required: Int = 0, done: Int = 0) {
        self.enrolled = enrolled
        self.started = started
        self.completed = completed
        self.required = required
        self.done = done
    }

    /// 0…1: how much of what is required is done.
    public var fraction: Double { required == 0 ? 0 : Double(done) / Double(required) }
}
