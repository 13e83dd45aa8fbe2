/// How many of all hits of a search, shown or not, have something in common. Of what the asker may not see nothing is counted.
public struct Facets: Sendable, Hashable {
    /// One thing that some hits have in common.
    public struct Share<Value: Sendable & Hashable>: Sendable, Hashable {
        /// What they have.
        public let value: Value
        /// How many have it, at least one.
        public let count: Int
    }

    /// All hits.
    public let total: Int
    /// Their kinds, in the order of ``EntryKind/allCases``.
    public let kinds: [Share<EntryKind>]
    /// The courses that they belong to, most frequent first, then by number. All of them.
    public let courses: [Share<UInt32>]
    /// Their tags, most frequent first, then by name, written as most of them are; at most as many as asked for.
    public let tags: [Share<String>]
}
