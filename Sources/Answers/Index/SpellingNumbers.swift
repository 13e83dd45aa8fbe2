/// How each word is written first in each entry that has it, in as many bits as tell the word's spellings apart: none for most words.
struct SpellingNumbers: Sendable {
    /// The most ways of writing a word that are told apart; the last number stands for all further ones.
    static let most = 32

    /// The bits of a number of each word: 0, 1, 2, 4 or 8.
    private(set) var widths: [UInt8] = []
    /// Where each word's numbers begin in ``bytes``, and where the last end.
    private(set) var starts: [UInt32] = [0]
    private(set) var bytes: [UInt8] = []

    init() {}

    /// What was packed before; nil if it does not fit together.
    /// - Parameter counts: how many numbers each word has.
    init?(widths: [UInt8], bytes: [UInt8], counts: some Collection<Int>) {
        guard widths.count == counts.count, widths.allSatisfy({ [0, 1, 2, 4, 8].contains($0) }) else { return nil }
        for (width, count) in zip(widths, counts) { starts.append(starts[starts.count - 1] + Self.size(count, width)) }
        guard starts.last.map(Int.init) == bytes.count else { return nil }
        self.widths = widths
        self.bytes = bytes
    }

    /// Adds the next word's.
    mutating func append(_ numbers: [UInt8]) {
        let most = numbers.max() ?? 0
        let width: UInt8 = most == 0 ? 0 : most < 2 ? 1 : most < 4 ? 2 : most < 16 ? 4 : 8
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: Int(Self.size(numbers.count, width))))
        if width > 0 {
            for (index, number) in numbers.enumerated() {
                let bit = index * Int(width)
                bytes[start + (bit >> 3)] |= number << UInt8(bit & 7)
            }
        }
        widths.append(width)
        starts.append(UInt32(bytes.count))
    }

    /// The number at an index of a word's list.
    func number(_ word: Int, at index: Int) -> Int {
        let width = Int(widths[word])
        guard width > 0 else { return 0 }
        let bit = index * width
        return Int(bytes[Int(starts[word]) + (bit >> 3)] >> UInt8(bit & 7)) & ((1 << width) - 1)
    }

    private static func size(_ count: Int, _ width: UInt8) -> UInt32 {
        UInt32((count * Int(width) + 7) / 8)
    }
}
