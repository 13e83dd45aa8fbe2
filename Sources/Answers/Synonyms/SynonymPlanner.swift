/// Finds the synonyms of what was typed.
struct SynonymPlanner {
    private let thesaurus: Thesaurus

    init(_ index: VisibleIndex) {
        thesaurus = index.thesaurus
    }

    /// The other terms of the groups that the query has a term of, and where it stands.
    func readings(of words: [SoughtWord]) -> [QueryWidener.Reading] {
        guard !thesaurus.isEmpty else { return [] }
        let stems = words.map(\.stems)
        return words.indices.flatMap { start in
            thesaurus.terms(at: stems[start...]).flatMap { term in
                thesaurus.others(of: term).map { other in
                    (start..<start + term.words.count, SoughtTerm(other.words))
                }
            }
        }
    }
}
