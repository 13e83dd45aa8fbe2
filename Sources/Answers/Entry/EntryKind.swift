/// What an entry is to the reader; one search finds all kinds, and results can be grouped by it.
public enum EntryKind: UInt8, Sendable, CaseIterable {
    case answer
    case lesson
    case story
}
