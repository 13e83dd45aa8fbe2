/// A way of asking for an answer that several people have in common, learned from searches that it helped. Who they are is not
/// in it.
public struct LearnedPhrasing: Identified, Hashable {
    public static let idPrefix = "phr"

    public var id: Identifier<LearnedPhrasing>
    /// Words that at least two of them typed.
    public var words: String
    /// How many people asked so; at least two.
    public var people: Int
    public var learnedAt: Instant

    public init(id: Identifier<LearnedPhrasing>, words: String, people: Int, learnedAt: Instant) {
        self.id = id
        self.words = words
        self.people = people
        self.learnedAt = learnedAt
    }
}
