/// Which feedback a list shows.
public struct FeedbackFilter: Hashable, Sendable {
    public var courseID: Identifier<Course>?
    public var activity: String?
    /// Only that of this person.
    public var author: Identifier<Person>?

    public init(
        courseID: Identifier<Course>? = nil, activity: String? = nil, author: Identifier<Person>? = nil
    ) {
        self.courseID = courseID
        self.activity = activity
        self.author = author
    }
}
