/// Decides under which keys a word of a query is looked for in one asker's index.
struct WordPlanner {
    /// So many words that begin alike count for the beginning.
    private static let prefixWords = 50
    /// So many are offered to who is typing.
    private static let offered = 5

    private let index: VisibleIndex
    private let spelling: SpellingRepair
    private let completion: Completion

    init(_ index: VisibleIndex) {
        self.index = index
        spelling = SpellingRepair(index)
        completion = Completion(index)
    }

    /// The word with its keys and what they count for.
    func sought(_ word: TypedWord) -> SoughtWord {
        let longer = word.isPrefix || word.isOpen ? completion.readings(of: word, limit: Self.prefixWords) : []
        if word.isPrefix { return union(longer, of: word) }
        var sought = exact(word) ?? (longer.isEmpty ? unknown(word) : union(longer, of: word))
        sought.completions = Array(longer.map(\.text).filter { $0 != word.text }.prefix(Self.offered))
        return sought
    }

    /// As typed; nil where no visible entry has it.
    private func exact(_ word: TypedWord) -> SoughtWord? {
        // An English entry has the stem, any other has the word as it is: no entry counts twice.
        let keys = [WordKey.stemmed(word.folded[...]), WordKey.plain(word.folded)]
        let counts = keys.map { index.wordCount($0) }
        guard counts[0] + counts[1] > 0 else { return nil }
        let rarity = rarity(counts[0] + counts[1])
        let forms = zip(keys, counts).filter { $0.1 > 0 }.map { SoughtWord.Form(key: $0.0, weight: rarity) }
        return SoughtWord(typed: word, forms: forms, mass: rarity)
    }

    /// No visible entry has it: it stands in the thesaurus, is two words in one, was typed wrong, or nothing is known of it.
    private func unknown(_ word: TypedWord) -> SoughtWord {
        let isExplained = index.thesaurus.has(word) || !CompoundPlanner(index).parts(of: word).isEmpty
        let readings = isExplained ? [] : spelling.readings(of: word)
        guard let best = readings.first else { return SoughtWord(typed: word, forms: [], mass: rarity(0)) }
        let known = readings.filter { $0.count > 0 }
        let rarities = known.map { rarity($0.count) }
        return SoughtWord(
            typed: word,
            forms: zip(known, rarities).map { SoughtWord.Form(key: $0.0.key, weight: $0.0.factor * $0.1) },
            mass: rarities.max() ?? rarity(0), repair: Repair(typed: word.text, readAs: best.text),
            readings: readings.map(\.key).map { WordKey.isPlain($0) ? WordKey.stemmed($0.dropFirst()) : $0 })
    }

    /// All of the readings as if they were one word: as rare as they are together.
    private func union(_ readings: [Reading], of word: TypedWord) -> SoughtWord {
        let rarity = rarity(min(readings.reduce(0) { $0 + $1.count }, index.totals.entries))
        return SoughtWord(
            typed: word, forms: readings.map { SoughtWord.Form(key: $0.key, weight: rarity) }, mass: rarity)
    }

    private func rarity(_ count: Int) -> Float { VisibleIndex.rarity(count, of: index.totals.entries) }
}
