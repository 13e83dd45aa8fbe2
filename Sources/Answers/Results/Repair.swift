/// A word of the query that no visible entry has, read as a word that one has.
public struct Repair: Sendable, Hashable {
    /// As typed, folded to lower case.
    public let typed: String
    /// What it was read as.
    public let readAs: String
}
