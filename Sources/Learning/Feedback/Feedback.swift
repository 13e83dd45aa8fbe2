/// Rating and words about an activity or a course, and what came of them.
public struct Feedback: Identified, Hashable {
    public static let idPrefix = "fbk"

    /// What came of it; the author sees it.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        case changed, answered, declined
    }

    public var id: Identifier<Feedback>
    /// Kept for the reply alone: shown to nobody but the author.
    public var personID: Identifier<Person>
    public var courseID: Identifier<Course>
    /// Nil: about the course as a whole.
    public var activity: String?
    /// 1…5.
    public var rating: Int?
    /// Plain text.
    public var words: String?
    public var outcome: Outcome?
    /// What was changed, what the answer is, or why it was declined.
    public var outcomeText: String?
    public var outcomeAt: Instant?
    public var createdAt: Instant
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Feedback>, personID: Identifier<Person>, courseID: Identifier<Course>,
        activity: String? = nil, rating: Int? = nil, words: String? = nil, outcome: Outcome? = nil,
        outcomeText: String? = nil, outcomeAt: Instant? = nil, createdAt: Instant, revision: Int = 1
    ) {
        self.id = id
        self.personID = personID
        self.courseID = courseID
        self.activity = activity
        self.rating = rating
        self.words = words
        self.outcome = outcome
        self.outcomeText = outcomeText
        self.outcomeAt = outcomeAt
        self.createdAt = createdAt
        self.revision = revision
    }
}
