/// What the index reads of an entry and of a query; the rest is left out, silently for entries, with
/// ``SearchResults/isCut`` for queries.
public enum IndexLimits {
    /// Unicode scalars of a question, a phrasing or a title.
    public static let phrasingScalars = 1_000
    /// Phrasings of an entry besides its question.
    public static let phrasings = 200
    /// Unicode scalars of an entry's text.
    public static let textScalars = 200_000
    /// Tags of an entry.
    public static let tags = 50
    /// Unicode scalars of one tag.
    public static let tagScalars = 100
    /// Short forms of an entry that it explains.
    public static let acronyms = 50
    /// Unicode scalars of one word; what is longer is cut there.
    public static let wordScalars = 48
    /// Words of one synonym.
    public static let synonymWords = 5
    /// Words of a query.
    public static let queryWords = 48
    /// Unicode scalars of a query that are looked at.
    public static let queryScalars = 2_000
    /// The most hits that one search returns.
    public static let hits = 200
    /// The most tags by which the hits of one search are counted.
    public static let facets = 50
    /// The most hits of a search for words side by side, whose texts are still to be looked at.
    public static let phraseHits = 1_000
}
