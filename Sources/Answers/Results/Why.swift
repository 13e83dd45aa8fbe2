/// Why an entry ranked where it did.
public struct Why: Sendable, Hashable {
    /// The signals that spoke for it, strongest first; their amounts add up to the score.
    public let shares: [SignalShare]
    /// The words of the query that it has, in the query's order, as typed.
    public let words: [String]
    /// The words of the query that it has not, in the query's order, as typed.
    public let missing: [String]
}

/// What one signal gave to a score.
public struct SignalShare: Sendable, Hashable {
    /// The signal.
    public let signal: Signal
    /// Its part of the score.
    public let amount: Double
}
