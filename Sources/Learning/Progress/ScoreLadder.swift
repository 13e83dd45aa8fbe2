/// When which score was first reached: only the rungs that no earlier score beats. It answers both what the best score is
/// and when a mastery score was reached, whatever that score is in a later version.
public struct ScoreLadder: Hashable, Sendable {
    public struct Rung: Hashable, Sendable {
        /// 0…1.
        public var score: Double
        public var at: Instant

        public init(score: Double, at: Instant) {
            self.score = score
            self.at = at
        }
    }

    /// From the lowest and earliest to the best.
    public private(set) var rungs: [Rung] = []

    public init() {}

    public init(_ rungs: some Sequence<Rung>) {
        for rung in rungs { add(rung) }
    }

    /// The best score so far.
    public var best: Double? { rungs.last?.score }

    /// When `score` or more was first reached.
    public func reached(_ score: Double) -> Instant? {
        rungs.first { $0.score >= score - QuizScore.tolerance }?.at
    }

    public mutating func add(_ rung: Rung) {
        if rungs.contains(where: { $0.score >= rung.score && $0.at <= rung.at }) { return }
        rungs.removeAll { $0.score <= rung.score && $0.at >= rung.at }
        rungs.insert(rung, at: rungs.firstIndex { $0.score > rung.score } ?? rungs.endIndex)
    }

    public mutating func merge(_ other: ScoreLadder) {
        for rung in other.rungs { add(rung) }
    }
}
