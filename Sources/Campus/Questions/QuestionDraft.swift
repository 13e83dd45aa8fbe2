public import Learning

/// What somebody asks of a person.
public struct QuestionDraft: Hashable, Sendable {
    public var text: String
    /// The search that did not help; its words are kept, and its place unless another is given.
    public var searchID: Identifier<Search>?
    public var courseID: Identifier<Course>?
    public var activity: String?
    /// Whether colleagues who may see the place may read it, without the asker's name, and propose answers.
    public var isShared: Bool

    public init(
        _ text: String, searchID: Identifier<Search>? = nil, courseID: Identifier<Course>? = nil,
        activity: String? = nil, isShared: Bool = false
    ) {
        self.text = text
        self.searchID = searchID
        self.courseID = courseID
        self.activity = activity
        self.isShared = isShared
    }
}
