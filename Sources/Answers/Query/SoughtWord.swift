/// A word of a query as it is looked for: under one or several keys.
struct SoughtWord: Sendable {
    /// One key that stands for the word.
    struct Form: Sendable {
        /// The key in the vocabulary.
        var key: [UInt8]
        /// What an occurrence counts for: its rarity, less for a repair.
        var weight: Float
    }

    /// As typed, folded.
    var typed: TypedWord
    /// The keys that some visible entry has; none if the word is unknown and could not be repaired.
    var forms: [Form]
    /// How much of the query it is: its rarity.
    var mass: Float
    /// What it was read as, if it had to be repaired.
    var repair: Repair?
    /// The stems of what it was read as, where it had to be repaired.
    var readings: [[UInt8]] = []
    /// The entries in which words side by side begin with its letters, by segment; empty where none do.
    var initials: [Set<UInt32>] = []
    /// Whole words that it may become while it is typed, most frequent first.
    var completions: [String] = []

    /// What it may be in a ``Thesaurus``: its stem, or the stems of what it was read as.
    var stems: [[UInt8]] { readings.isEmpty ? [WordKey.stemmed(typed.folded[...])] : readings }

    /// Whether it says nothing of what is asked about.
    var isSmall: Bool { SmallWords.contains(repair?.readAs ?? typed.text) }

    /// What it counts for in ranking, beside what its rarity says.
    var share: Float { isSmall ? Weights.smallWord : 1 }
}
