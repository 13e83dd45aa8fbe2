/// What an entry must have, or must not have, to be a hit at all.
struct Demand: Sendable {
    enum Field: Sendable { case anywhere, tags }

    let field: Field
    /// Each word by the keys that stand for it: its stem, and the word as it is.
    let words: [[[UInt8]]]
    let isLeftOut: Bool

    /// Nil for a piece that demands nothing.
    init?(_ piece: QuerySyntax.Piece, words: [[UInt8]]) {
        switch piece.field {
        case .course: return nil
        case .tag: field = .tags
        case .anywhere:
            guard piece.isLeftOut || piece.isQuoted else { return nil }
            field = .anywhere
        }
        self.words = words.map { [WordKey.stemmed($0[...]), WordKey.plain($0)] }
        isLeftOut = piece.isLeftOut
    }
}

/// Demands resolved to the numbers of one segment.
struct DemandCheck: Sendable {
    private struct Term: Sendable {
        let postings: Postings
        /// For each word, the numbers of the keys that the segment has.
        let words: [[Int]]
        let isLeftOut: Bool
    }

    private let terms: [Term]

    init(_ demands: [Demand], in segment: Segment) {
        terms = demands.map { demand in
            Term(
                postings: demand.field == .tags ? segment.tags : segment.words,
                words: demand.words.map { $0.compactMap { segment.wordKeys.number(of: $0) } },
                isLeftOut: demand.isLeftOut)
        }
    }

    /// Whether an entry has all that it must have and nothing of what it must not have. Words that must stand side by side
    /// are left out when all of them are there.
    func admits(_ slot: Int) -> Bool {
        terms.allSatisfy { term in
            let hasAll = term.words.allSatisfy { keys in
                keys.contains { term.postings.measure(of: $0, in: UInt32(slot)) != nil }
            }
            return hasAll != term.isLeftOut
        }
    }
}
