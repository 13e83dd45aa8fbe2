/// A query, made ready for one asker's index: what to look for, and under which keys.
struct QueryPlan: Sendable {
    let words: [SoughtWord]
    let isCut: Bool

    init(_ query: SearchQuery, in index: VisibleIndex) {
        let reader = QueryReader(query.text)
        isCut = reader.isCut
        let spelling = SpellingRepair(index)
        words = reader.words.map { Self.sought($0, in: index, spelling) }
    }

    private static func sought(_ word: TypedWord, in index: VisibleIndex, _ spelling: SpellingRepair) -> SoughtWord {
        let total = index.totals.entries
        // An English entry has the stem, any other has the word as it is: no entry counts twice.
        let keys = [WordKey.stemmed(word.folded[...]), WordKey.plain(word.folded)]
        let counts = keys.map { index.wordCount($0) }
        let count = counts[0] + counts[1]
        if count > 0 {
            let rarity = VisibleIndex.rarity(count, of: total)
            let forms = zip(keys, counts).filter { $0.1 > 0 }.map { SoughtWord.Form(key: $0.0, weight: rarity) }
            return SoughtWord(typed: word, forms: forms, mass: rarity)
        }
        let readings = spelling.readings(of: word)
        guard let best = readings.first else {
            return SoughtWord(typed: word, forms: [], mass: VisibleIndex.rarity(0, of: total))
        }
        let rarities = readings.map { VisibleIndex.rarity($0.count, of: total) }
        return SoughtWord(
            typed: word,
            forms: zip(readings, rarities).map { SoughtWord.Form(key: $0.0.key, weight: $0.0.factor * $0.1) },
            mass: rarities.max() ?? 0, repair: Repair(typed: word.text, readAs: best.text))
    }

    /// Marks the words that were looked for; those that say next to nothing only where nothing else was asked.
    var highlighter: Highlighter {
        let heaviest = words.lazy.filter { !$0.forms.isEmpty }.map(\.mass).max() ?? 0
        let telling = words.filter { !$0.isSmall }
        let marked = telling.isEmpty ? words : telling.filter { $0.mass >= heaviest * Weights.markedShare }
        return Highlighter(keys: Set(marked.flatMap(\.forms).map(\.key)))
    }
}
