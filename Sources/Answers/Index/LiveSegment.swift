/// A segment less the entries that were taken out of it since.
struct LiveSegment: Sendable {
    let segment: Segment
    /// How many entries are left.
    private(set) var count: Int
    /// What is left, by audience.
    private(set) var totals: [Totals]
    private(set) var wordCounts: TermCounts
    private(set) var letterCounts: TermCounts
    private(set) var plainLetterCounts: TermCounts
    /// A bit for each entry that is out; empty while there is none.
    private var removed: [UInt64] = []

    init(_ segment: Segment) {
        let entries = segment.entries
        let audienceCount = entries.audienceScopes.count
        self.segment = segment
        count = entries.count
        var totals = Array(repeating: Totals(), count: audienceCount)
        for slot in 0..<entries.count { totals[Int(entries.audiences[slot])].add(entries.size(of: slot)) }
        self.totals = totals
        wordCounts = TermCounts(
            segment.words, entryOf: [], audienceOf: entries.audiences, audienceCount: audienceCount)
        letterCounts = TermCounts(
            segment.letters, entryOf: entries.phrasingEntries, audienceOf: entries.audiences,
            audienceCount: audienceCount)
        plainLetterCounts = TermCounts(
            segment.plainLetters, entryOf: [], audienceOf: entries.audiences, audienceCount: audienceCount)
    }

    /// Whether any entry is out.
    var hasRemoved: Bool { !removed.isEmpty }

    /// Whether an entry is out.
    func isRemoved(_ slot: Int) -> Bool {
        !removed.isEmpty && removed[slot >> 6] & (1 << UInt64(slot & 63)) != 0
    }

    /// The slot of the entry with a number, if it is in.
    func slot(of number: UInt32) -> Int? {
        segment.slot(of: number).flatMap { isRemoved($0) ? nil : $0 }
    }

    /// Takes entries out. The slots must be in, each once.
    mutating func remove(_ slots: [Int]) {
        guard !slots.isEmpty else { return }
        if removed.isEmpty { removed = Array(repeating: 0, count: (segment.entries.count + 63) / 64) }
        let entries = segment.entries
        for slot in slots {
            removed[slot >> 6] |= 1 << UInt64(slot & 63)
            totals[Int(entries.audiences[slot])].add(entries.size(of: slot), times: -1)
        }
        count -= slots.count
        if slots.count <= Self.few {
            loseFew(slots)
        } else {
            loseMany(slots)
        }
    }

    /// Up to how many entries it is cheaper to look each up in every list than to read all lists.
    private static let few = 32

    /// Looks the entries up in the lists of all terms.
    private mutating func loseFew(_ slots: [Int]) {
        let segment = segment
        let entries = segment.entries
        let units = slots.map { UInt32($0)..<UInt32($0) + 1 }
        let phrasings = slots.map { entries.firstPhrasings[$0]..<entries.firstPhrasings[$0 + 1] }
        let audiences = slots.map { entries.audiences[$0] }
        Self.lose(units, audiences, from: segment.words, &wordCounts)
        Self.lose(phrasings, audiences, from: segment.letters, &letterCounts)
        Self.lose(units, audiences, from: segment.plainLetters, &plainLetterCounts)
    }

    /// Takes entries, each given by its range of units, out of the counts of every term that they have.
    private static func lose(
        _ ranges: [Range<UInt32>], _ audiences: [UInt32], from postings: Postings, _ counts: inout TermCounts
    ) {
        for (range, audience) in zip(ranges, audiences) {
            postings.forEachTerm(in: range) { counts.lose($0, audience: audience) }
        }
    }

    /// Reads the lists of all terms.
    private mutating func loseMany(_ slots: [Int]) {
        let segment = segment
        var isLost = Array(repeating: false, count: segment.entries.count)
        for slot in slots { isLost[slot] = true }
        let phrasingEntries = segment.entries.phrasingEntries
        let audiences = segment.entries.audiences
        Self.lose(isLost, [], audiences, from: segment.words, &wordCounts)
        Self.lose(isLost, phrasingEntries, audiences, from: segment.letters, &letterCounts)
        Self.lose(isLost, [], audiences, from: segment.plainLetters, &plainLetterCounts)
    }

    /// Takes entries out of the counts of every term that they have.
    /// - Parameter entryOf: the entry of each unit; empty where units are entries.
    private static func lose(
        _ isLost: [Bool], _ entryOf: [UInt32], _ audiences: [UInt32], from postings: Postings,
        _ counts: inout TermCounts
    ) {
        for term in 0..<postings.termCount {
            var last = UInt32.max
            postings.forEach(term) { unit, _ in
                let entry = entryOf.isEmpty ? unit : entryOf[Int(unit)]
                guard entry != last else { return }
                last = entry
                if isLost[Int(entry)] { counts.lose(term, audience: audiences[Int(entry)]) }
            }
        }
    }
}
