/// One search.
public struct SearchQuery: Hashable, Sendable {
    /// What the asker typed, in any language, as ``QuerySyntax`` reads it.
    public var text: String
    /// What the asker may see.
    public var sight: Sight
    /// How many hits to return; held to 1…``IndexLimits/hits``.
    public var limit: Int
    /// What the asker is working on.
    public var place: Place
    /// The kinds to look among.
    public var kinds: Set<EntryKind>
    /// The courses that hits belong to, in the caller's numbers; nil: any, and none.
    public var courses: Set<UInt32>?
    /// Whether the last word may be half a word.
    public var isTyping: Bool
    /// Whether quotes demand nothing, so that their words count like all others.
    public var takesPhrasesAsWords: Bool
    /// By how many of the most frequent tags to count all hits, and by courses and kinds too; held to 0…``IndexLimits/facets``.
    /// Nil: they are not counted, which takes less time.
    public var facets: Int?
    /// What its words mean, as ``QuerySyntax/sentence`` has them; nil: entries are found by their words.
    public var meaning: MeaningVector?

    /// A search; rights have no default, so that nobody forgets them.
    public init(
        _ text: String,
        sight: Sight,
        limit: Int = 10,
        place: Place = Place(),
        kinds: Set<EntryKind> = Set(EntryKind.allCases),
        courses: Set<UInt32>? = nil,
        isTyping: Bool = false,
        takesPhrasesAsWords: Bool = false,
        facets: Int? = nil,
        meaning: MeaningVector? = nil
    ) {
        self.text = text
        self.sight = sight
        self.limit = limit
        self.place = place
        self.kinds = kinds
        self.courses = courses
        self.isTyping = isTyping
        self.takesPhrasesAsWords = takesPhrasesAsWords
        self.facets = facets
        self.meaning = meaning
    }
}
