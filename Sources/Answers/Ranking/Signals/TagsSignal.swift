/// The words of the tags, which somebody chose because they matter.
struct TagsSignal: RankingSignal {
    static let signal = Signal.tags
    static let isByPhrasing = false

    let score: TermScore

    init(_ context: RankingContext) {
        score = TermScore(
            context.words, weight: Weights.tags,
            averageLength: TermScore.average(context.totals.tagWords, of: context.totals.entries))
    }

    func postings(of segment: Segment) -> Postings { segment.tags }
}
