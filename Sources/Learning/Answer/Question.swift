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
    /// By when somebody should have answered; see ``due(askedAt:in:)``.
    public var dueAt: Instant
    /// Whether colleagues who may see its course may read it, without its asker's name, and answer it too.
    public var isShared: Bool
    /// Who is asked first: the owner of its course. Nil: any trainer.
    public var routedTo: Identifier<Person>?
    /// Why it is open again, and since when; nil as long as it never was.
    public var reopenedBecause: String?
    public var reopenedAt: Instant?
    /// Counts changes, for ETags.
    public var revision: Int

    /// What was asked and searched for.
    public var ways: [String] { [text, words].compactMap(\.self) }

    public init(
        id: Identifier<Question>, askedBy: Identifier<Person>, text: String, words: String? = nil,
        searchID: Identifier<Search>? = nil, courseID: Identifier<Course>? = nil, activity: String? = nil,
        state: State = .open, reply: String? = nil, answerID: Identifier<Answer>? = nil,
        answeredBy: Identifier<Person>? = nil, answeredAt: Instant? = nil, createdAt: Instant, dueAt: Instant,
        isShared: Bool = false, routedTo: Identifier<Person>? = nil, reopenedBecause: String? = nil,
        reopenedAt: Instant? = nil, revision: Int = 1
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
        self.dueAt = dueAt
        self.isShared = isShared
        self.routedTo = routedTo
        self.reopenedBecause = reopenedBecause
        self.reopenedAt = reopenedAt
        self.revision = revision
    }
}
