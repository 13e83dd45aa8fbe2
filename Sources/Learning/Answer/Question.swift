/// A stuck point that somebody asked about.
public struct Question: Identified, Hashable {
    public static let idPrefix = "qst"

    public enum State: String, Sendable, Codable, CaseIterable {
        case open, answered
    }

    public var id: Identifier<Question>
    /// Never shown to managers or leaders.
    public var askedBy: Identifier<Person>
    /// As they put it: plain text.
    public var text: String
    /// What they searched for before they asked, and which search that was.
    public var words: String?
    public var searchID: Identifier<Search>?
    /// Where they were stuck.
    public var courseID: Identifier<Course>?
    public var activity: String?
    public var state: State
    /// Markdown, for the asker.
    public var reply: String?
    /// The entry that answers it for everybody.
    public var answerID: Identifier<Answer>?
    public var answeredBy: Identifier<Person>?
    public var answeredAt: Instant?
    public var createdAt: Instant
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Question>, askedBy: Identifier<Person>, text: String, words: String? = nil,
        searchID: Identifier<Search>? = nil, courseID: Identifier<Course>? = nil, activity: String? = nil,
        state: State = .open, reply: String? = nil, answerID: Identifier<Answer>? = nil,
        answeredBy: Identifier<Person>? = nil, answeredAt: Instant? = nil, createdAt: Instant, revision: Int = 1
    ) {
        self.id = id
        self.askedBy = askedBy
        self.text = text
        self.words = words
        self.searchID = searchID
        self.courseID = courseID
        self.activity = activity
        self.state = state
        self.reply = reply
        self.answerID = answerID
        self.answeredBy = answeredBy
        self.answeredAt = answeredAt
        self.createdAt = createdAt
        self.revision = revision
    }
}
