/// How the words of a segment are written, so that what was mistyped can be compared with what people write rather than with
/// stems.
///
/// ``SpellingNumbers`` tell the one that stands first in each entry, which is how it is known who may see which.
struct SpellingTable: Sendable {
    /// The words as written, folded; plain ones with the mark of ``WordKey``.
    private(set) var written = Vocabulary()
    /// For quick search among similar spellings.
    private(set) var shapes: [WordShape] = []
    /// The number of each spelling's word.
    private(set) var words: [UInt32] = []
    /// Which of its word's spellings each is; the last number stands for all further ones.
    private(set) var numbers: [UInt8] = []
    /// How many spellings each word has.
    private var counts: [UInt8] = []

    init() {}

    /// Adds a spelling of a word, if it is new, and tells which of the word's it is.
    mutating func add(_ spelling: some Collection<UInt8>, of word: UInt32) -> UInt8 {
        let index = written.insert(spelling)
        if index < numbers.count { return numbers[index] }
        while counts.count <= Int(word) { counts.append(0) }
        let number = counts[Int(word)]
        if Int(number) < SpellingNumbers.most - 1 { counts[Int(word)] += 1 }
        shapes.append(WordShape(spelling))
        words.append(word)
        numbers.append(number)
        return number
    }

    /// Whether a spelling is told apart from others of its word.
    func isDistinct(_ index: Int) -> Bool {
        Int(numbers[index]) < SpellingNumbers.most - 1
    }

    /// For each word, the indexes of its distinct spellings by their numbers.
    func byWord(count: Int) -> [[Int]] {
        var lists = Array(repeating: [Int](), count: count)
        for index in words.indices where isDistinct(index) { lists[Int(words[index])].append(index) }
        return lists
    }
}
