/// The words of all fields together: what the question does not say may stand in the text.
struct WordsSignal: RankingSignal {
    static let signal = Signal.words
    static let isByPhrasing = false

    let score: TermScore

    init(_ context: RankingContext) {
        score = TermScore(
            context.words, weight: Weights.words, plainWeight: Weights.plainWords,
            averageLength: TermScore.average(context.totals.words, of: context.totals.entries))
    }

    func postings(of segment: Segment) -> Postings { segment.words }
}
