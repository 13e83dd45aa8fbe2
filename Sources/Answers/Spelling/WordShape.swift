/// What can be told of a word's letters at a glance: which there are, and how many. One edit changes at most two of the
/// marks and one of the count, which rules out most words before anything is compared.
struct WordShape: Sendable {
    private let marks: UInt32
    private let count: UInt8
    /// Whether it is the key of a plain word.
    let isPlain: Bool

    /// The shape of a word's key.
    init(_ key: some Collection<UInt8>) {
        var marks: UInt32 = 0
        var count = 0
        isPlain = WordKey.isPlain(key)
        for scalar in String(decoding: isPlain ? key.dropFirst() : key.dropFirst(0), as: UTF8.self).unicodeScalars {
            marks |= 1 << (scalar.value & 31)
            count += 1
        }
        self.marks = marks
        self.count = UInt8(clamping: count)
    }

    /// False if the words are certainly more than `edits` apart.
    func mayBeWithin(_ edits: Int, of other: WordShape) -> Bool {
        (marks ^ other.marks).nonzeroBitCount <= 2 * edits && abs(Int(count) - Int(other.count)) <= edits
    }
}
