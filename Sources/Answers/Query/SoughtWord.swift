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

    /// Whether it says nothing of what is asked about.
    var isSmall: Bool { SmallWords.contains(repair?.readAs ?? typed.text) }
}
