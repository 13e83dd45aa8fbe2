/// What a search found, best first.
public struct SearchResults: Sendable {
    /// The hits, best first; at most as many as asked for.
    public let hits: [Hit]
    /// Whether there are further entries, which the asker may see, beyond these hits.
    public let hasMore: Bool
    /// Words of the query that no visible entry has, and what they were read as.
    public let repairs: [Repair]
    /// Whether the query was too long to be read to its end; see ``IndexLimits``.
    public let isCut: Bool
    /// Words that the one being typed may become, most frequent first; none unless ``SearchQuery/isTyping``.
    public let completions: [String]
    /// What the hits, shown or not, have in common; nil unless ``SearchQuery/facets`` asks. Of a search for words side by side the
    /// index counts what has all the words; see ``AnswerIndex/facets(of:most:)``.
    public let facets: Facets?
    /// What the texts of hits must be held to, where words were quoted.
    public let phrases: PhraseCheck
    /// Marks the words of this search in a text.
    public let highlighter: Highlighter

    /// Whether nothing found is likely to answer: there is no hit, or the best one is weak. Time to offer a person.
    public var isWeak: Bool { hits.first?.isWeak ?? true }
}
