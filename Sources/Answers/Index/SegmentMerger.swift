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
            words: merger.postings(words, merger.slots) { $0.words },
            spellingNumbers: merger.spellingNumbers(words, spellings.numbers),
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
                    scopes: old.audienceScopes[Int(old.audiences[slot])], size: old.size(of: slot))
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
                        postings.contains(key) { unit, _ in units[index][Int(unit)] != Self.gone }
                    }
                if isLeft { numbers[key] = UInt32(merged.keys.insert(keys.key(key))) }
            }
            merged.numbers.append(numbers)
        }
        return merged
    }

    /// The spellings of the merged segment, and the new number of each spelling of each word, by source.
    private func spellings(_ words: Keys) -> (table: SpellingTable, numbers: [[[UInt8]]]) {
        var table = SpellingTable()
        var numbers: [[[UInt8]]] = []
        for (index, source) in sources.enumerated() {
            let old = source.segment.spellings
            var sourceNumbers: [[UInt8]] = []
            for (word, spellings) in old.byWord(count: source.segment.wordKeys.count).enumerated() {
                let new = words.numbers[index][word]
                sourceNumbers.append(
                    new == Self.gone ? [] : spellings.map { table.add(old.written.key($0), of: new) })
            }
            numbers.append(sourceNumbers)
        }
        return (table, numbers)
    }

    /// How the entries that stay write their words.
    /// - Parameter new: the new number of each spelling of each word, by source.
    private func spellingNumbers(_ words: Keys, _ new: [[[UInt8]]]) -> SpellingNumbers {
        let last = UInt8(SpellingNumbers.most - 1)
        var merged = SpellingNumbers()
        forEachTerm(words) { terms in
            var numbers: [UInt8] = []
            for (index, word) in terms {
                let segment = sources[index].segment
                let known = new[index][word]
                let first = segment.words.start(of: word)
                segment.words.forEach(word) { slot, place in
                    guard slots[index][Int(slot)] != Self.gone else { return }
                    let number = segment.spellingNumbers.number(word, at: place - first)
                    numbers.append(number < known.count ? known[number] : last)
                }
            }
            merged.append(numbers)
        }
        return merged
    }

    /// Brings the postings of one field together.
    private func postings(_ keys: Keys, _ units: [[UInt32]], _ part: (Segment) -> Postings) -> Postings {
        let old = sources.map { part($0.segment) }
        var counts = Array(repeating: 0, count: Postings.measures)
        for postings in old { postings.countMeasures(&counts) }
        var packer = PostingsPacker(counts: counts, capacity: old.reduce(0) { $0 + $1.lows.count })
        forEachTerm(keys) { terms in
            for (index, term) in terms {
                let postings = old[index]
                let newUnits = units[index]
                postings.forEach(term) { unit, place in
                    let new = newUnits[Int(unit)]
                    if new != Self.gone { packer.append(new, postings.measure(at: place)) }
                }
            }
            packer.endTerm()
        }
        return packer.finish()
    }

    /// Calls `body` with each term of the merged segment: the sources that have it, with its number there.
    private func forEachTerm(_ keys: Keys, _ body: ([(source: Int, term: Int)]) -> Void) {
        var numbers = keys.numbers.map { _ in Array(repeating: Self.gone, count: keys.keys.count) }
        for (index, new) in keys.numbers.enumerated() {
            for (old, new) in new.enumerated() where new != Self.gone { numbers[index][Int(new)] = UInt32(old) }
        }
        var terms: [(source: Int, term: Int)] = []
        for term in 0..<keys.keys.count {
            terms.removeAll(keepingCapacity: true)
            for (index, old) in numbers.enumerated() where old[term] != Self.gone {
                terms.append((index, Int(old[term])))
            }
            body(terms)
        }
    }
}
