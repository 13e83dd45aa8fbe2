/// One edit of the index.
public enum IndexChange: Sendable {
    /// Adds the entry, or replaces the one with the same number.
    case put(IndexEntry)
    /// Takes the entry out; a number that is not there is no error.
    case remove(EntryNumber)

    var number: UInt32 {
        switch self {
        case .put(let entry): entry.number.value
        case .remove(let number): number.value
        }
    }
}
