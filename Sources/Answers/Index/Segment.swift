/// A part of the index that never changes once it is built.
///
/// Everything is in contiguous arrays that refer to one another by number, so that a segment can be written to a file as it is.
final class Segment: Sendable {
    let entries: EntryTable
    /// The words of all fields, as ``WordKey`` makes them.
    let wordKeys: Vocabulary
    /// The runs of letters.
    let letterKeys: Vocabulary
    /// Words by phrasing.
    let phrasings: Postings
    /// Words of all fields together, by entry.
    let words: Postings
    /// How each entry writes the words of ``words``.
    let spellingNumbers: SpellingNumbers
    /// Words of tags, by entry.
    let tags: Postings
    /// Runs of letters by phrasing.
    let letters: Postings
    /// Runs of letters of all fields, by entry, for languages that are not stemmed.
    let plainLetters: Postings
    /// For quick search among similar keys.
    let wordShapes: [WordShape]
    /// How the words are written.
    let spellings: SpellingTable
    /// The slots in the order of the caller's numbers; empty where that is their own.
    private let order: [UInt32]

    init(
        entries: EntryTable, wordKeys: Vocabulary, letterKeys: Vocabulary, spellings: SpellingTable,
        phrasings: Postings, words: Postings, spellingNumbers: SpellingNumbers, tags: Postings, letters: Postings,
        plainLetters: Postings
    ) {
        self.entries = entries
        self.wordKeys = wordKeys
        self.letterKeys = letterKeys
        self.phrasings = phrasings
        self.words = words
        self.spellingNumbers = spellingNumbers
        self.tags = tags
        self.letters = letters
        self.plainLetters = plainLetters
        self.spellings = spellings
        wordShapes = (0..<wordKeys.count).map { WordShape(wordKeys.key($0)) }
        order =
            entries.numbers.isAscending
            ? [] : (0..<UInt32(entries.count)).sorted { entries.numbers[Int($0)] < entries.numbers[Int($1)] }
    }

    /// The slot of the entry with a number.
    func slot(of number: UInt32) -> Int? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries.numbers[ordered(middle)] < number { low = middle + 1 } else { high = middle }
        }
        guard low < entries.count, entries.numbers[ordered(low)] == number else { return nil }
        return ordered(low)
    }

    private func ordered(_ index: Int) -> Int { order.isEmpty ? index : Int(order[index]) }
}
