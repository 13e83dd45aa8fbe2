/// The short forms that the entries of a segment explain, and the first letters of the words of their questions, phrasings and tags,
/// by which those are found that explain nothing.
struct AcronymTable: Sendable {
    /// Stands between two texts, and for words that begin with none of ``AcronymLetters``.
    private static let gap: UInt8 = 0

    private(set) var acronyms: [(acronym: Acronym, slot: UInt32)] = []
    private var byShort: [[UInt8]: [Int]] = [:]
    /// By the stem of the first word.
    private var byWord: [[UInt8]: [Int]] = [:]
    /// One letter a word.
    private(set) var initials: [UInt8] = []
    /// Where each entry's letters begin, and where the last end.
    private(set) var firsts: [UInt32] = [0]

    init() {}

    /// What was made of entries before, without what they explain.
    init(initials: [UInt8], firsts: [UInt32]) {
        self.initials = initials
        self.firsts = firsts
    }

    /// Whether no entry explains any.
    var isEmpty: Bool { acronyms.isEmpty }

    /// Adds a text of the entry that comes next.
    mutating func addInitials(of words: some Sequence<ArraySlice<UInt8>>) {
        for word in words {
            let letter = AcronymLetters.first(of: word) ?? Self.gap
            initials.append(AcronymLetters.isDigit(letter) ? Self.gap : letter)
        }
        initials.append(Self.gap)
    }

    /// Ends the entry.
    mutating func endEntry(explaining found: [Acronym]) {
        let slot = UInt32(firsts.count - 1)
        firsts.append(UInt32(initials.count))
        for acronym in Set(found) { add(acronym, slot) }
    }

    /// Adds those of another table's entry.
    mutating func append(_ slot: Int, of other: AcronymTable) {
        let new = UInt32(firsts.count - 1)
        initials += other.initials[Int(other.firsts[slot])..<Int(other.firsts[slot + 1])]
        firsts.append(UInt32(initials.count))
        for (acronym, _) in other.acronyms[other.range(of: UInt32(slot))] { add(acronym, new) }
    }

    /// Adds what an entry explains; slots ascend.
    mutating func add(_ acronym: Acronym, _ slot: UInt32) {
        byShort[acronym.short, default: []].append(acronyms.count)
        byWord[WordKey.stemmed(acronym.words[0][...]), default: []].append(acronyms.count)
        acronyms.append((acronym, slot))
    }

    /// Slots ascend.
    private func range(of slot: UInt32) -> Range<Int> {
        func first(notBelow slot: UInt32) -> Int {
            var (low, high) = (0, acronyms.count)
            while low < high {
                let middle = (low + high) / 2
                if acronyms[middle].slot < slot { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(notBelow: slot)..<first(notBelow: slot + 1)
    }

    /// What entries explain a short form to stand for, each with its slot.
    func explained(_ short: [UInt8]) -> [(acronym: Acronym, slot: UInt32)] {
        byShort[short]?.map { acronyms[$0] } ?? []
    }

    /// The short forms whose first word has a stem, each with its slot.
    func beginning(with stem: [UInt8]) -> [(acronym: Acronym, slot: UInt32)] {
        byWord[stem]?.map { acronyms[$0] } ?? []
    }

    /// The entries in which words side by side begin with these letters, ascending.
    /// - Parameter letters: as ``AcronymLetters`` has them, three at least.
    func slots(withInitials letters: [UInt8]) -> [UInt32] {
        guard letters.count >= 3 else { return [] }
        var slots: [UInt32] = []
        var slot = 0
        initials.withUnsafeBytes { initials in
            var place = 0
            while let next = Self.first(letters, in: initials, from: place) {
                while firsts[slot + 1] <= next { slot += 1 }
                slots.append(UInt32(slot))
                place = Int(firsts[slot + 1])
            }
        }
        return slots
    }

    /// The first place from one on where some letters stand. Thirty-two places at a time, as all entries are gone through.
    private static func first(_ letters: [UInt8], in initials: UnsafeRawBufferPointer, from start: Int) -> Int? {
        let wide = SIMD32<UInt8>.scalarCount
        let three = letters.prefix(3).map { SIMD32<UInt8>(repeating: $0) }
        var place = start
        while place + letters.count <= initials.count {
            if place + wide + 2 <= initials.count {
                let found =
                    (initials.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self) .== three[0])
                    .& (initials.loadUnaligned(fromByteOffset: place + 1, as: SIMD32<UInt8>.self) .== three[1])
                    .& (initials.loadUnaligned(fromByteOffset: place + 2, as: SIMD32<UInt8>.self) .== three[2])
                let words = unsafeBitCast(found, to: SIMD4<UInt64>.self)
                if words[0] | words[1] | words[2] | words[3] == 0 {
                    place += wide
                    continue
                }
            }
            for place in place..<min(place + wide, initials.count - letters.count + 1)
            where letters.indices.allSatisfy({ initials[place + $0] == letters[$0] }) {
                return place
            }
            place += wide
        }
        return nil
    }
}
