/// Finds what an acronym of a query stands for, and the acronym of what was typed in full, as entries explain them that the asker may
/// see.
struct AcronymPlanner {
    private let index: VisibleIndex

    init(_ index: VisibleIndex) {
        self.index = index
    }

    /// The other form of each acronym, and where the query has the one.
    func readings(of words: [SoughtWord]) -> [QueryWidener.Reading] {
        guard index.segments.contains(where: { !$0.segment.entries.acronyms.isEmpty }) else { return [] }
        let stems = words.map(\.stems)
        return words.indices.flatMap { start -> [QueryWidener.Reading] in
            let long = explained(words[start].typed).map { (start..<start + 1, SoughtTerm($0.words)) }
            let short = stems[start].flatMap(beginning).compactMap { acronym -> QueryWidener.Reading? in
                let count = acronym.words.count
                guard start + count <= words.count,
                    zip(acronym.words, stems[start...]).allSatisfy({ $1.contains(WordKey.stemmed($0[...])) })
                else { return nil }
                return (start..<start + count, SoughtTerm([acronym.short]))
            }
            return sorted(long) + sorted(short)
        }
    }

    /// What a short form stands for, written with the `s` of more than one or without.
    private func explained(_ word: TypedWord) -> [Acronym] {
        var forms = [word.folded]
        if word.folded.last == UInt8(ascii: "s") { forms.append(word.folded.dropLast()) }
        return visible { table in forms.flatMap(table.explained) }
    }

    private func beginning(with stem: [UInt8]) -> [Acronym] { visible { $0.beginning(with: stem) } }

    private func visible(_ find: (AcronymTable) -> [(acronym: Acronym, slot: UInt32)]) -> [Acronym] {
        index.segments.indices.flatMap { segment in
            find(index.segments[segment].segment.entries.acronyms)
                .filter { index.isVisible(Int($0.slot), in: segment) }.map(\.acronym)
        }
    }

    /// Each once, in an order that does not depend on segments.
    private func sorted(_ readings: [QueryWidener.Reading]) -> [QueryWidener.Reading] {
        Dictionary(readings.map { ($0.term, $0) }) { first, _ in first }.values.sorted { left, right in
            left.term.words.lexicographicallyPrecedes(right.term.words) { $0.lexicographicallyPrecedes($1) }
        }
    }
}
