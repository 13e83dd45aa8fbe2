/// Finds compound words joined or split: "check list" and "checklist", "Preis Liste" and "Preisliste". Both forms are words that
/// entries have which the asker may see.
struct CompoundPlanner {
    /// Letters that German and its neighbors put between the parts of a word.
    private static let links: [[UInt8]] = ["", "s", "n", "e", "en", "es", "er"].map { Array($0.utf8) }
    /// In a query of so many telling words those are split, too, that some entry has as they are.
    private static let few = 2
    /// Letters of a part, and of one beside a part of two letters.
    private static let shortest = 3
    private static let shortestBesideTwo = 4
    /// Letters of a part where others link it.
    private static let shortestLinked = 4

    private let index: VisibleIndex

    init(_ index: VisibleIndex) {
        self.index = index
    }

    /// The other form of each compound, and where the query has the one.
    func readings(of words: [SoughtWord]) -> [QueryWidener.Reading] {
        // In a longer question the words say more than their parts would add.
        let isShort = words.count(where: { !$0.isSmall }) <= Self.few
        return words.indices.flatMap { place -> [QueryWidener.Reading] in
            let isSplit = isShort || words[place].forms.isEmpty
            let split = isSplit ? parts(of: words[place].typed).map { (place..<place + 1, $0) } : []
            guard place + 1 < words.count else { return split }
            return split + joined(words[place].typed, words[place + 1].typed).map { (place..<place + 2, $0) }
        }
    }

    /// The words that two stand for as one.
    private func joined(_ left: TypedWord, _ right: TypedWord) -> [SoughtTerm] {
        guard Self.mayBeParts(left.folded[...], right.folded[...]) else { return [] }
        return links(between: left.folded.count, right.folded.count).map {
            SoughtTerm([left.folded + $0 + right.folded])
        }
        .filter { term in
            index.wordCount(term.stems[0]) + index.wordCount(WordKey.plain(term.words[0])) > 0
        }
    }

    /// What a word may be made of: two words that some entry has both of.
    func parts(of word: TypedWord) -> [SoughtTerm] {
        let letters = word.folded
        guard !word.isPrefix, letters.count >= Self.shortest * 2 else { return [] }
        var found: [SoughtTerm] = []
        for end in 2..<letters.count - 1 where letters[end] & 0xC0 != 0x80 && index.hasSpelling(letters[..<end]) {
            for link in links(between: end, letters.count - end) where letters[end...].starts(with: link) {
                let right = letters[(end + link.count)...]
                guard Self.mayBeParts(letters[..<end], right),
                    link.isEmpty || min(end, right.count) >= Self.shortestLinked
                else { continue }
                let term = SoughtTerm([Array(letters[..<end]), Array(right)])
                if index.hasTogether(term) { found.append(term) }
            }
        }
        return found
    }

    private func links(between left: Int, _ right: Int) -> ArraySlice<[UInt8]> {
        index.totals.plainEntries > 0 && min(left, right) >= Self.shortestLinked
            ? Self.links[...] : Self.links.prefix(1)
    }

    /// Whether two words are long enough for one, and not both small ones.
    private static func mayBeParts(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let (less, more) = (min(left.count, right.count), max(left.count, right.count))
        guard less >= shortest || (less == 2 && more >= shortestBesideTwo) else { return false }
        return [left, right].contains { !SmallWords.contains(String(decoding: $0, as: UTF8.self)) }
    }
}
