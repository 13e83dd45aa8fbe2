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
