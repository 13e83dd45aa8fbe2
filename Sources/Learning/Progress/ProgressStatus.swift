/// How far something is, as it is stored and shown.
public enum ProgressStatus: String, Sendable, Codable, CaseIterable {
    /// Nothing has happened.
    case open
    case started
    /// Handed in; a witness has the next word.
    case waiting
    case done
}
