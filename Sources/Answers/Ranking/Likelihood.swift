/// Tells likely answers from those that are merely nearest.
///
/// A question's answer stands out: it meets nearly all that was asked, or much more than anything else does. Where several
/// entries meet about as much, and none of them all, any of them may be meant, or none.
struct Likelihood: Sendable {
    /// Whether the best hit stands out.
    private let isClear: Bool

    /// - Parameters:
    ///   - scores: those of the best entries, best first; the second tells how far the first is ahead.
    ///   - isTold: whether the query says anything of what is asked about. "What do I do" does not, whatever meets it.
    init(_ scores: some Sequence<Float>, isTold: Bool) {
        var two = scores.makeIterator()
        let first = two.next() ?? 0
        let lead = first - (two.next() ?? 0)
        isClear = isTold && first + Weights.lead * lead >= Weights.clear
    }

    /// Whether a hit of this score is not likely to answer. Without a best hit that stands out, none is.
    func isWeak(_ score: Float) -> Bool { !isClear || score < Weights.weak }
}
