/// The runs of letters of the phrasing that fits best: parts of words, and words written differently.
struct LettersSignal: RankingSignal {
    static let signal = Signal.letters
    static let isByPhrasing = true

    let score: TermScore

    init(_ context: RankingContext) {
        score = TermScore(
            context.letters, weight: Weights.letters, saturation: Weights.phrasingLettersSaturation,
            averageLength: TermScore.average(context.totals.phrasingLetters, of: context.totals.phrasings))
    }

    func postings(of segment: Segment) -> Postings { segment.letters }
}
