/// Words that people searched for and did not find an answer to; who they were is not in it.
public struct UnansweredWords: Hashable, Sendable {
    /// As one of them typed it.
    public var words: String
    /// The words folded: what counts as the same search.
    public var key: String
    /// How many people searched for it; a thousand searches of one are one.
    public var people: Int
    public var searches: Int
    public var lastAt: Instant

    public init(words: String, key: String, people: Int, searches: Int, lastAt: Instant) {
        self.words = words
        self.key = key
        self.people = people
        self.searches = searches
        self.lastAt = lastAt
    }
}
