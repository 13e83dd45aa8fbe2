/// Words that people searched for, or asked, and did not find an answer to, like words together; who they were is not in it.
public struct UnansweredWords: Hashable, Sendable {
    /// As one of them typed it: the words of most people.
    public var words: String
    /// The words folded: what names the row.
    public var key: String
    /// Other words that ask alike, those of most people first; a few of them.
    public var alike: [String]
    /// How many people an answer would help; a thousand searches of one are one.
    public var people: Int
    public var searches: Int
    /// How many asked a person and have no answer yet.
    public var questions: Int
    public var lastAt: Instant

    public init(
        words: String, key: String, alike: [String] = [], people: Int, searches: Int, questions: Int = 0,
        lastAt: Instant
    ) {
        self.words = words
        self.key = key
        self.alike = alike
        self.people = people
        self.searches = searches
        self.questions = questions
        self.lastAt = lastAt
    }
}
