/// One search and what came of it, as it is logged. Who searched never reaches a manager, a leader or a trainer.
public struct Search: Identified, Hashable {
    public static let idPrefix = "sea"

    /// What the searcher says came of it.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        case helped
        case notHelped = "not-helped"
        /// They asked a person.
        case asked
    }

    public var id: Identifier<Search>
    public var personID: Identifier<Person>
    public var words: String
    public var courseID: Identifier<Course>?
    public var activity: String?
    /// How many hits were shown.
    public var found: Int
    /// Whether the best of them was no likely answer, or there was none.
    public var isWeak: Bool
    public var outcome: Outcome?
    /// What helped: an answer's id as the API shows it, or `crs_…/activity`.
    public var helpedBy: String?
    public var createdAt: Instant

    /// Whether nothing likely was found, or the searcher says that it did not help.
    public var cameToNothing: Bool { outcome.map { $0 != .helped } ?? isWeak }

    public init(
        id: Identifier<Search>, personID: Identifier<Person>, words: String, courseID: Identifier<Course>? = nil,
        activity: String? = nil, found: Int, isWeak: Bool, outcome: Outcome? = nil, helpedBy: String? = nil,
        createdAt: Instant
    ) {
        self.id = id
        self.personID = personID
        self.words = words
        self.courseID = courseID
        self.activity = activity
        self.found = found
        self.isWeak = isWeak
        self.outcome = outcome
        self.helpedBy = helpedBy
        self.createdAt = createdAt
    }
}
