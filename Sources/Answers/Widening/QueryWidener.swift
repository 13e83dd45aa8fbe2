/// Looks for words of a query under other terms as well, as far as visible entries have them: synonyms, what an acronym stands for,
/// compound words joined or split.
struct QueryWidener {
    /// A place in the query, and what else is looked for there.
    typealias Reading = (range: Range<Int>, term: SoughtTerm)

    /// The most keys that other terms add to one word.
    private static let most = 60

    private let index: VisibleIndex

    init(_ index: VisibleIndex) {
        self.index = index
    }

    /// The words with what else they are looked for under. What another term counts for is what the term typed counts for, less a
    /// little; a word of a term of several is a part of that.
    func widened(_ words: [SoughtWord]) -> [SoughtWord] {
        let readings =
            SynonymPlanner(index).readings(of: words) + AcronymPlanner(index).readings(of: words)
            + CompoundPlanner(index).readings(of: words)
        guard !readings.isEmpty || !index.thesaurus.isEmpty else { return words }
        var result = words
        for (range, term) in readings { add(term, to: range, of: words, &result) }
        // A reading that leads to nothing is no reading.
        for place in result.indices where result[place].forms.isEmpty { result[place].repair = nil }
        return result
    }

    private func add(_ term: SoughtTerm, to range: Range<Int>, of typed: [SoughtWord], _ result: inout [SoughtWord]) {
        let words = zip(term.stems, term.words).map { stem, word in
            let keys = [stem, WordKey.plain(word)]
            return (keys: keys, counts: keys.map { index.wordCount($0) })
        }
        let rarities = words.map { VisibleIndex.rarity($0.counts.reduce(0, +), of: index.totals.entries) }
        let own = rarities.reduce(0, +)
        guard own > 0, !words.contains(where: { $0.counts.allSatisfy { $0 == 0 } }) else { return }
        let isUnknown = typed[range].allSatisfy(\.forms.isEmpty)
        let mass = isUnknown ? own : typed[range].reduce(0) { $0 + $1.mass }
        for place in range {
            let part = isUnknown ? 1 / Float(range.count) : typed[place].mass / mass
            if isUnknown, result[place].forms.isEmpty { result[place].mass = own * part }
            for (word, rarity) in zip(words, rarities) {
                let weight = Weights.repaired * rarity * min(1, mass / own) * part
                for (key, count) in zip(word.keys, word.counts) where count > 0 {
                    guard result[place].forms.count < Self.most,
                        !result[place].forms.contains(where: { $0.key == key })
                    else { continue }
                    result[place].forms.append(SoughtWord.Form(key: key, weight: weight))
                }
            }
        }
    }
}

/// A word, or some side by side.
struct SoughtTerm: Hashable, Sendable {
    /// Folded.
    let words: [[UInt8]]
    /// The stem of each, by which it is recognized.
    let stems: [[UInt8]]

    init(_ words: [[UInt8]]) {
        self.words = words
        stems = words.map { WordKey.stemmed($0[...]) }
    }
}
