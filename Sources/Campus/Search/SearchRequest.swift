public import Learning

/// What somebody looks for.
public struct SearchRequest: Hashable, Sendable {
    public var words: String
    /// Where they are at work; nil: where they last did something.
    public var courseID: Identifier<Course>?
    public var activity: String?
    /// 1…100.
    public var limit: Int

    public init(_ words: String, courseID: Identifier<Course>? = nil, activity: String? = nil, limit: Int = 10) {
        self.words = words
        self.courseID = courseID
        self.activity = activity
        self.limit = limit
    }
}
