/// How much there is of everything; what averages are made of. Whole numbers, so that adding and taking away is exact.
struct Totals: Sendable, Equatable {
    /// What one entry has.
    struct Small: Sendable, Equatable {
        /// Phrasings, its question among them.
        var phrasings: UInt32 = 0
        /// Words in all phrasings.
        var phrasingWords: UInt32 = 0
        /// Runs of letters in all phrasings.
        var phrasingLetters: UInt32 = 0
        /// Words in all fields together.
        var words: UInt32 = 0
        /// Words in tags.
        var tagWords: UInt32 = 0
        /// Runs of letters in all fields, if its language is not stemmed.
        var plainLetters: UInt32 = 0
        /// Whether its language is not stemmed.
        var isPlain = false
    }

    var entries = 0
    var phrasings = 0
    var phrasingWords = 0
    var phrasingLetters = 0
    var words = 0
    var tagWords = 0
    var plainLetters = 0
    var plainEntries = 0

    /// Adds what an entry has, `times` being 1, or takes it away, `times` being -1.
    mutating func add(_ entry: Small, times: Int = 1) {
        entries += times
        phrasings += times * Int(entry.phrasings)
        phrasingWords += times * Int(entry.phrasingWords)
        phrasingLetters += times * Int(entry.phrasingLetters)
        words += times * Int(entry.words)
        tagWords += times * Int(entry.tagWords)
        plainLetters += times * Int(entry.plainLetters)
        plainEntries += entry.isPlain ? times : 0
    }

    static func += (left: inout Self, right: Self) {
        left.entries += right.entries
        left.phrasings += right.phrasings
        left.phrasingWords += right.phrasingWords
        left.phrasingLetters += right.phrasingLetters
        left.words += right.words
        left.tagWords += right.tagWords
        left.plainLetters += right.plainLetters
        left.plainEntries += right.plainEntries
    }
}
