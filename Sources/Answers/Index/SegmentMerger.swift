/// Makes one segment of several, without the entries that were taken out.
struct SegmentMerger {
    /// Stands for what is not in the merged segment.
    private static let gone = UInt32.max

    private let sources: [LiveSegment]
    private var entries = EntryTable()
    /// The new slot of each entry, by source.
    private var slots: [[UInt32]] = []
    /// The new number of each phrasing, by source.
    private var phrasings: [[UInt32]] = []

    /// The merged segment; entries keep their order.
    static func merge(_ sources: [LiveSegment]) -> Segment {
        let merger = SegmentMerger(sources)
        let words = merger.keys { ($0.wordKeys, [($0.words, merger.slots)]) }
        let letters = merger.keys {
            ($0.letterKeys, [($0.letters, merger.phrasings), ($0.plainLetters, merger.slots)])
        }
        let spellings = merger.spellings(words)
        return Segment(
            entries: merger.entries, wordKeys: words.keys, letterKeys: letters.keys, spellings: spellings.table,
            phrasings: merger.postings(words, merger.phrasings) { $0.phrasings },
            words: merger.postings(words, merger.slots, spellings.marks) { $0.words },
            tags: merger.postings(words, merger.slots) { $0.tags },
            letters: merger.postings(letters, merger.phrasings) { $0.letters },
            plainLetters: merger.postings(letters, merger.slots) { $0.plainLetters })
    }

    private init(_ sources: [LiveSegment]) {
        self.sources = sources
        for source in sources {
            let old = source.segment.entries
            var newSlots = Array(repeating: Self.gone, count: old.count)
            var newPhrasings = Array(repeating: Self.gone, count: old.phrasingEntries.count)
            for slot in 0..<old.count where !source.isRemoved(slot) {
                newSlots[slot] = UInt32(entries.count)
                for (index, phrasing) in old.phrasings(of: slot).enumerated() {
                    newPhrasings[phrasing] = UInt32(entries.phrasingEntries.count + index)
                }
                entries.append(
                    number: old.numbers[slot], kind: old.kinds[slot], place: old.places[slot],
                    scopes: old.audienceScopes[Int(old.audiences[slot])], phrasings: old.phrasings(of: slot).count,
                    size: old.sizes[slot])
                entries.appendTags(of: slot, in: old)
                entries.appendAcronyms(of: slot, in: old)
                entries.appendMeaning(of: slot, in: old)
            }
            slots.append(newSlots)
            phrasings.append(newPhrasings)
        }
    }

    /// The keys of the merged segment, and the new number of each key, by source.
    private struct Keys {
        var keys = Vocabulary()
        var numbers: [[UInt32]] = []
    }

    /// Brings the keys together, less those that only entries had that are gone.
    private func keys(_ part: (Segment) -> (Vocabulary, [(Postings, [[UInt32]])])) -> Keys {
        var merged = Keys()
        for (index, source) in sources.enumerated() {
            let (keys, uses) = part(source.segment)
            var numbers = Array(repeating: Self.gone, count: keys.count)
            for key in 0..<keys.count {
                let isLeft =
                    !source.hasRemoved
                    || uses.contains { postings, units in
                        postings.list(key).contains { units[index][Int(postings.units[$0])] != Self.gone }
                    }
                if isLeft { numbers[key] = UInt32(merged.keys.insert(keys.key(key))) }
            }
            merged.numbers.append(numbers)
        }
        return merged
    }

    /// The spellings of the merged segment, and what turns a source's mark of a word into one of the merged segment.
    private func spellings(_ words: Keys) -> (table: SpellingTable, marks: (Int, Int, UInt16) -> UInt16) {
        var table = SpellingTable()
        var starts: [[Int]] = []
        var numbers: [[UInt8]] = []
        for (index, source) in sources.enumerated() {
            let old = source.segment.spellings
            var sourceStarts: [Int] = []
            var sourceNumbers: [UInt8] = []
            for (word, spellings) in old.byWord(count: source.segment.wordKeys.count).enumerated() {
                sourceStarts.append(sourceNumbers.count)
                let new = words.numbers[index][word]
                guard new != Self.gone else { continue }
                for spelling in spellings { sourceNumbers.append(table.add(old.written.key(spelling), of: new)) }
            }
            starts.append(sourceStarts)
            numbers.append(sourceNumbers)
        }
        let last = UInt16(Postings.spellings - 1)
        return (
            table,
            { source, word, mark in
                let number = Postings.spelling(mark)
                let new = number == Int(last) ? last : UInt16(numbers[source][starts[source][word] + number])
                return mark & Postings.measure | new << 11
            }
        )
    }

    /// Brings the postings of one field together: counts first, then every posting goes to its place.
    /// - Parameter marks: what becomes of a mark, by source and term.
    private func postings(
        _ keys: Keys, _ units: [[UInt32]], _ marks: (Int, Int, UInt16) -> UInt16 = { $2 },
        _ part: (Segment) -> Postings
    ) -> Postings {
        var merged = Postings()
        merged.starts = Array(repeating: 0, count: keys.keys.count + 1)
        forEach(keys, units, part) { source, term, _, _ in merged.starts[Int(keys.numbers[source][term]) + 1] += 1 }
        for term in 0..<keys.keys.count { merged.starts[term + 1] += merged.starts[term] }
        let count = Int(merged.starts[keys.keys.count])
        merged.units = Array(repeating: 0, count: count)
        merged.marks = Array(repeating: 0, count: count)
        var next = merged.starts
        forEach(keys, units, part) { source, term, unit, mark in
            let newTerm = Int(keys.numbers[source][term])
            let place = Int(next[newTerm])
            next[newTerm] += 1
            merged.units[place] = unit
            merged.marks[place] = marks(source, term, mark)
        }
        return merged
    }

    /// Calls `body` with source, the source's term, new unit and mark of every posting that stays.
    private func forEach(
        _ keys: Keys, _ units: [[UInt32]], _ part: (Segment) -> Postings, _ body: (Int, Int, UInt32, UInt16) -> Void
    ) {
        for (index, source) in sources.enumerated() {
            let postings = part(source.segment)
            let newUnits = units[index]
            for term in 0..<postings.starts.count - 1 where keys.numbers[index][term] != Self.gone {
                for place in postings.list(term) {
                    let unit = newUnits[Int(postings.units[place])]
                    if unit != Self.gone { body(index, term, unit, postings.marks[place]) }
                }
            }
        }
    }
}
