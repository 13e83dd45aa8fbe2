/// One search.
public struct SearchQuery: Hashable, Sendable {
    /// What the asker typed, in any language.
    public var text: String
    /// What the asker may see.
    public var sight: Sight
    /// How many hits to return; held to 1…``IndexLimits/hits``.
    public var limit: Int
    /// What the asker is working on.
    public var place: Place
    /// The kinds to look among.
    public var kinds: Set<EntryKind>

    /// A search; rights have no default, so that nobody forgets them.
    public init(
        _ text: String,
        sight: Sight,
        limit: Int = 10,
        place: Place = Place(),
        kinds: Set<EntryKind> = Set(EntryKind.allCases)
    ) {
        self.text = text
        self.sight = sight
        self.limit = limit
        self.place = place
        self.kinds = kinds
    }
}
