import Foundation

/// The index as one asker sees it. All counts are of visible entries alone, so that an asker's results, scores and repairs
/// are those of an index that holds nothing else.
struct VisibleIndex: Sendable {
    let segments: [LiveSegment]
    let thesaurus: Thesaurus
    /// Which audiences of each segment belong to the sight.
    let visible: [[Bool]]
    /// How much there is to see.
    let totals: Totals

    init(_ snapshot: Snapshot, sight: Sight) {
        segments = snapshot.segments
        thesaurus = snapshot.thesaurus
        visible = segments.map { $0.segment.entries.visibleAudiences(to: sight) }
        var totals = Totals()
        for (segment, flags) in zip(segments, visible) {
            for audience in flags.indices where flags[audience] { totals += segment.totals[audience] }
        }
        self.totals = totals
    }

    /// In how many entries a word's key stands.
    func wordCount(_ key: some Collection<UInt8>) -> Int {
        var count = 0
        for (segment, flags) in zip(segments, visible) {
            if let number = segment.segment.wordKeys.number(of: key) {
                count += segment.wordCounts.count(number, visible: flags)
            }
        }
        return count
    }

    /// Whether the asker may see an entry, and it is there still.
    func isVisible(_ slot: Int, in segment: Int) -> Bool {
        visible[segment][Int(segments[segment].segment.entries.audiences[slot])] && !segments[segment].isRemoved(slot)
    }

    /// Whether any entry that the asker may see has a word written so.
    func hasSpelling(_ word: ArraySlice<UInt8>) -> Bool {
        segments.indices.contains { segment in
            let written = segments[segment].segment.spellings.written
            return [written.number(of: word), written.number(of: WordKey.plain(word))].contains { number in
                number.map { hasSpelling($0, in: segment) } ?? false
            }
        }
    }

    /// Whether any entry that the asker may see has all words of a term, in any of their forms.
    func hasTogether(_ term: SoughtTerm) -> Bool {
        segments.indices.contains { segment in
            let part = segments[segment].segment
            let words = zip(term.stems, term.words).map { stem, word in
                [stem, WordKey.plain(word)].compactMap { part.wordKeys.number(of: $0) }
            }
            func size(_ keys: [Int]) -> Int { keys.reduce(0) { $0 + part.words.count(of: $1) } }
            guard let rarest = words.min(by: { size($0) < size($1) }) else { return false }
            return rarest.contains { key in
                part.words.contains(key) { unit, _ in
                    isVisible(Int(unit), in: segment)
                        && words.allSatisfy { $0.contains { part.words.measure(of: $0, in: unit) != nil } }
                }
            }
        }
    }

    /// Whether any entry that the asker may see has a spelling; one that is not told apart from others counts as had by none.
    func hasSpelling(_ spelling: Int, in segment: Int) -> Bool {
        let live = segments[segment]
        let spellings = live.segment.spellings
        guard spellings.isDistinct(spelling) else { return false }
        let number = Int(spellings.numbers[spelling])
        let word = Int(spellings.words[spelling])
        let numbers = live.segment.spellingNumbers
        return live.segment.words.contains(word) { slot, index in
            numbers.number(word, at: index) == number && isVisible(Int(slot), in: segment)
        }
    }

    /// The rarity of what stands in `count` of `total` entries: BM25's inverse document frequency, never negative.
    static func rarity(_ count: Int, of total: Int) -> Float {
        Float(log(1 + (Double(total - count) + 0.5) / (Double(count) + 0.5)))
    }
}
