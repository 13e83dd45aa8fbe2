/// One entry that was found.
public struct Hit: Sendable, Hashable {
    /// Which entry.
    public let number: EntryNumber
    /// What it is.
    public let kind: EntryKind
    /// Its place in the results, from 1.
    public let rank: Int
    /// How much of the query it meets; comparable between queries. A hit of about 1 says what was asked.
    public let score: Double
    /// Whether the entry is not a likely answer: its score is too low, or no hit stands out.
    public let isWeak: Bool
    /// Why it ranked.
    public let why: Why
}

extension Hit {
    /// The same once it was seen that its texts have the quoted words side by side. Whoever quotes several says by them which
    /// entries are meant: it need not be ahead of others that have them too.
    public var asQuoted: Hit {
        Hit(
            number: number, kind: kind, rank: rank, score: score, isWeak: Float(score) < Weights.weak, why: why)
    }
}
