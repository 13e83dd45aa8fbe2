/// Where the words of a search stand in an entry: ranges of Unicode scalars, ascending and apart from one another.
public struct Highlights: Sendable, Hashable {
    /// In the question or title.
    public let question: [Range<Int>]
    /// In each other phrasing, in their order.
    public let phrasings: [[Range<Int>]]
    /// In the text.
    public let text: [Range<Int>]
    /// In each tag, in their order.
    public let tags: [[Range<Int>]]
}
