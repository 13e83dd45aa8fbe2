/// The terms of one kind that a query looks for, resolved to each segment's numbers once for all signals.
struct SoughtTerms: Sendable {
    /// What each term counts for.
    private(set) var weights: [Float] = []
    /// Whether each term is a plain word.
    private(set) var isPlain: [Bool] = []
    /// The sum over the whole query, found or not; scores are shares of it.
    private(set) var mass: Float = 0
    /// Each term's number in each segment, or -1.
    private var numbers: [Int32] = []
    private let segmentCount: Int

    /// Words.
    init(_ words: [SoughtWord], in index: VisibleIndex) {
        segmentCount = index.segments.count
        for word in words {
            mass += word.mass * word.share
            for form in word.forms {
                weights.append(form.weight * word.share)
                isPlain.append(WordKey.isPlain(form.key))
                numbers += index.segments.map { Int32($0.segment.wordKeys.number(of: form.key) ?? -1) }
            }
        }
    }

    /// Runs of letters.
    /// - Parameters:
    ///   - total: how many visible entries have letters of this kind.
    ///   - counts: where to count them.
    init(
        letters words: [SoughtWord], in index: VisibleIndex, total: Int, counts: (LiveSegment) -> TermCounts
    ) {
        segmentCount = index.segments.count
        var seen = Vocabulary()
        // A run that stands in a telling word as well is that word's.
        for word in words.filter({ !$0.isSmall }) + words.filter(\.isSmall) {
            for run in LetterRuns.runs(of: word.typed.folded[...]) where seen.insert(run) == weights.count {
                var count = 0
                for (segment, flags) in zip(index.segments, index.visible) {
                    let number = segment.segment.letterKeys.number(of: run)
                    numbers.append(Int32(number ?? -1))
                    if let number { count += counts(segment).count(number, visible: flags) }
                }
                let weight = VisibleIndex.rarity(count, of: total) * word.share
                weights.append(weight)
                isPlain.append(false)
                mass += weight
            }
        }
    }

    /// The number of a term in a segment; nil where the segment lacks it.
    func number(of term: Int, in segment: Int) -> Int? {
        let number = numbers[term * segmentCount + segment]
        return number < 0 ? nil : Int(number)
    }
}
