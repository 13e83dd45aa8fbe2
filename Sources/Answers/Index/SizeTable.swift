/// How much of everything the entries of a segment have, phrasings aside, in ten bytes each. What does not fit stands apart.
struct SizeTable: Sendable {
    /// How many numbers an entry has.
    static let columns = 5
    /// Stands in the first column of an entry whose numbers stand apart.
    private static let apart = UInt16.max

    /// Words and runs of letters in all phrasings, words in all fields, runs of letters in all fields, and words in tags, the last
    /// twice as large as it is, and by one larger where the language is not stemmed.
    private(set) var numbers: [UInt16] = []
    /// The entries whose numbers stand apart, ascending.
    private(set) var largeSlots: [UInt32] = []
    /// Their numbers.
    private(set) var largeNumbers: [UInt32] = []

    init() {}

    /// What was made of entries before; nil if it does not fit together.
    /// - Parameter count: how many entries there are.
    init?(numbers: [UInt16], largeSlots: [UInt32], largeNumbers: [UInt32], entries count: Int) {
        let apart = (0..<numbers.count / Self.columns).filter { numbers[$0 * Self.columns] == Self.apart }
        guard numbers.count == count * Self.columns, apart.elementsEqual(largeSlots.lazy.map(Int.init)),
            largeNumbers.count == largeSlots.count * Self.columns
        else { return nil }
        self.numbers = numbers
        self.largeSlots = largeSlots
        self.largeNumbers = largeNumbers
    }

    /// Adds an entry's.
    mutating func append(_ size: Totals.Small) {
        let row = [
            size.phrasingWords, size.phrasingLetters, size.words, size.plainLetters,
            size.tagWords << 1 | (size.isPlain ? 1 : 0),
        ]
        if row.allSatisfy({ $0 < Self.apart }) {
            for number in row { numbers.append(UInt16(number)) }
        } else {
            largeSlots.append(UInt32(numbers.count / Self.columns))
            largeNumbers += row
            numbers += repeatElement(Self.apart, count: Self.columns)
        }
    }

    /// An entry's.
    /// - Parameter phrasings: how many phrasings it has.
    func size(of slot: Int, phrasings: Int) -> Totals.Small {
        if numbers[slot * Self.columns] != Self.apart { return Self.size(numbers, at: slot, phrasings) }
        let index = largeSlots.withUnsafeBufferPointer { $0.firstIndex(in: $0.indices, notBelow: UInt32(slot)) }
        return Self.size(largeNumbers, at: index, phrasings)
    }

    private static func size(_ numbers: [some FixedWidthInteger], at index: Int, _ phrasings: Int) -> Totals.Small {
        let first = index * columns
        return Totals.Small(
            phrasings: UInt32(phrasings), phrasingWords: UInt32(numbers[first]),
            phrasingLetters: UInt32(numbers[first + 1]), words: UInt32(numbers[first + 2]),
            tagWords: UInt32(numbers[first + 4] >> 1), plainLetters: UInt32(numbers[first + 3]),
            isPlain: numbers[first + 4] & 1 != 0)
    }
}
