/// The runs of letters of all fields, in languages whose words are not stemmed.
struct PlainLettersSignal: RankingSignal {
    static let signal = Signal.plainLetters
    static let isByPhrasing = false

    let score: TermScore

    init(_ context: RankingContext) {
        score = TermScore(
            context.plainLetters, weight: Weights.plainLetters,
            averageLength: TermScore.average(context.totals.plainLetters, of: context.totals.plainEntries))
    }

    func postings(of segment: Segment) -> Postings { segment.plainLetters }
}
