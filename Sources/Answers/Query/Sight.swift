/// What an asker may see. It acts inside the search: for results, counts, word statistics and spelling alike the index
/// behaves as if nothing else were in it.
public enum Sight: Hashable, Sendable {
    /// Entries that are open to everybody, and those of these groups.
    case scopes(Set<UInt32>)
    /// Every entry.
    case everything
}
