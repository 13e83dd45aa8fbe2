/// The words of the question or of the other phrasing that fits best: somebody asked just that.
struct PhrasingSignal: RankingSignal {
    static let signal = Signal.phrasing
    static let isByPhrasing = true

    let score: TermScore

    init(_ context: RankingContext) {
        score = TermScore(
            context.words, weight: Weights.phrasing,
            averageLength: TermScore.average(context.totals.phrasingWords, of: context.totals.phrasings))
    }

    func postings(of segment: Segment) -> Postings { segment.phrasings }
}
