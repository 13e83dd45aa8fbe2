/// Which tags the entries of a segment carry, so that hits can be counted by tag. Two that differ in case, accents or marks are
/// one tag.
struct TagTable: Sendable {
    /// The different tags as they are written.
    private(set) var written = Vocabulary()
    /// What they are alike in.
    private var folded = Vocabulary()
    /// Which of ``folded`` each of ``written`` is.
    private var foldings: [UInt32] = []
    private(set) var numbers: [UInt32] = []
    /// Where each entry's tags begin, and where the last end.
    private(set) var firsts: [UInt32] = [0]

    init() {}

    /// What was made of entries before; everything refers to what is there.
    init(written: Vocabulary, numbers: [UInt32], firsts: [UInt32]) {
        self.written = written
        self.numbers = numbers
        self.firsts = firsts
        for number in 0..<written.count {
            foldings.append(UInt32(folded.insert(Self.folded(Array(written.key(number))))))
        }
    }

    /// How many tags there are, counting each way of writing one.
    var count: Int { written.count }

    /// Adds an entry's.
    mutating func append(_ tags: some Sequence<String>) {
        add(
            tags.lazy.map { tag in
                var text = String.UnicodeScalarView()
                text.append(contentsOf: tag.unicodeScalars.prefix(IndexLimits.tagScalars))
                return Array(String(text).utf8)
            })
    }

    /// Adds those of another table's entry.
    mutating func append(_ slot: Int, of other: TagTable) {
        add(other.tags(of: slot).lazy.map { Array(other.written.key(Int($0))) })
    }

    private mutating func add(_ tags: some Sequence<[UInt8]>) {
        let start = numbers.count
        for tag in tags {
            let number = written.insert(tag)
            if number == foldings.count { foldings.append(UInt32(folded.insert(Self.folded(tag)))) }
            let isThere = numbers[start...].contains { foldings[Int($0)] == foldings[number] }
            if !isThere { numbers.append(UInt32(number)) }
        }
        firsts.append(UInt32(numbers.count))
    }

    /// The tags of an entry, each once, as numbers of ``text(_:)`` and ``key(_:)``.
    func tags(of slot: Int) -> ArraySlice<UInt32> { numbers[Int(firsts[slot])..<Int(firsts[slot + 1])] }

    /// A tag as it is written.
    func text(_ number: Int) -> String { String(decoding: written.key(number), as: UTF8.self) }

    /// What all ways of writing a tag are alike in.
    func key(_ number: Int) -> ArraySlice<UInt8> { folded.key(Int(foldings[number])) }

    /// The words of a tag; a tag without any is only like itself.
    private static func folded(_ tag: [UInt8]) -> [UInt8] {
        let list = Tokenizer.tokens(of: String(decoding: tag, as: UTF8.self), limit: IndexLimits.tagScalars)
        guard !list.tokens.isEmpty else { return tag }
        return Array(list.tokens.map(list.word).joined(separator: [UInt8(ascii: " ")]))
    }
}
