/// A signal that speaks for entries by the terms that they share with the query.
///
/// A new one is a file with a type of this kind, a case of ``Signal``, and its name in ``Ranking``.
protocol RankingSignal: Sendable {
    /// Which signal it is.
    static var signal: Signal { get }
    /// Whether it counts by phrasing, of which the best counts for the entry, or by entry.
    static var isByPhrasing: Bool { get }

    /// Weighs the terms for one query.
    init(_ context: RankingContext)

    /// What scores the terms.
    var score: TermScore { get }

    /// The postings it reads.
    func postings(of segment: Segment) -> Postings
}

/// What signals weigh a query by.
struct RankingContext: Sendable {
    let totals: Totals
    let words: SoughtTerms
    let letters: SoughtTerms
    let plainLetters: SoughtTerms
}
