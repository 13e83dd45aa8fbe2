/// Groups of words that mean the same to the people who ask here, as those who keep the answers wrote them down: who types one
/// finds what has another. Nothing follows from two groups that share a word.
public struct Thesaurus: Sendable {
    /// One way to say it: a word, or some side by side.
    struct Term: Sendable {
        let group: Int
        /// Folded.
        let words: [[UInt8]]
        /// The stem of each, by which it is recognized.
        let stems: [[UInt8]]
    }

    private let terms: [Term]
    /// The terms of each group.
    private let groups: [Range<Int>]
    /// The terms that begin with a word, by its stem.
    private let beginning: [[UInt8]: [Int]]
    /// The stems of all words in them.
    private let stems: Set<[UInt8]>
    /// All words in them, for repairing one that was typed wrong.
    private let written: [(word: [UInt8], shape: WordShape)]

    /// - Parameter groups: each of terms that mean the same. Terms without letters or digits are left out, and of a long term
    ///   what exceeds ``IndexLimits/synonymWords``.
    public init(_ groups: [[String]] = []) {
        var terms: [Term] = []
        var ranges: [Range<Int>] = []
        var beginning: [[UInt8]: [Int]] = [:]
        var written: Set<[UInt8]> = []
        for (number, group) in groups.enumerated() {
            let start = terms.count
            for text in group {
                let list = Tokenizer.tokens(of: text, limit: IndexLimits.phrasingScalars)
                let words = list.tokens.prefix(IndexLimits.synonymWords).map { Array(list.word($0)) }
                let stems = words.map { WordKey.stemmed($0[...]) }
                guard let first = stems.first, !terms[start...].contains(where: { $0.stems == stems }) else { continue }
                beginning[first, default: []].append(terms.count)
                terms.append(Term(group: number, words: words, stems: stems))
                written.formUnion(words)
            }
            ranges.append(start..<terms.count)
        }
        self.terms = terms
        stems = Set(terms.flatMap(\.stems))
        self.groups = ranges
        self.beginning = beginning
        self.written = written.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0, WordShape($0)) }
    }

    /// Whether there is nothing in it.
    var isEmpty: Bool { terms.isEmpty }

    /// Whether a term has this word, in any of its forms.
    func has(_ word: TypedWord) -> Bool { stems.contains(WordKey.stemmed(word.folded[...])) }

    /// The words that a typed one may have meant, at most one typing error away; nobody's count goes with them.
    func readings(of word: TypedWord) -> [Reading] {
        var similar = SimilarWords(word, edits: 1)
        return written.compactMap { word, shape in
            similar.factor(word[...], shape).map {
                Reading(
                    key: WordKey.stemmed(word[...]), text: String(decoding: word, as: UTF8.self), factor: $0, count: 0)
            }
        }
    }

    /// The terms that stand at a place in a query.
    /// - Parameter stems: what each word from that place on may be, as stems.
    func terms(at stems: ArraySlice<[[UInt8]]>) -> [Term] {
        guard let first = stems.first else { return [] }
        return first.flatMap { beginning[$0] ?? [] }.map { terms[$0] }.filter { term in
            term.stems.count <= stems.count && zip(term.stems, stems).allSatisfy { $1.contains($0) }
        }
    }

    /// The other terms of its group.
    func others(of term: Term) -> [Term] {
        terms[groups[term.group]].filter { $0.stems != term.stems }
    }
}
