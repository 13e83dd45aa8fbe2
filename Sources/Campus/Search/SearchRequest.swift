public import Learning

/// What somebody looks for.
public struct SearchRequest: Hashable, Sendable {
    public var words: String
    /// Where they are at work; nil: where they last did something.
    public var courseID: Identifier<Course>?
    public var activity: String?
    /// 1…100.
    public var limit: Int
    /// Whether the words are still being typed: then it is not kept as a search, so that half words are no record of
    /// what people look for.
    public var isTyping: Bool

    public init(
        _ words: String, courseID: Identifier<Course>? = nil, activity: String? = nil, limit: Int = 10,
        isTyping: Bool = false
    ) {
        self.words = words
        self.courseID = courseID
        self.activity = activity
        self.limit = limit
        self.isTyping = isTyping
    }
}
