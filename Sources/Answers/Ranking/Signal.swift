/// What can speak for an entry.
public enum Signal: String, Sendable, Hashable, CaseIterable {
    /// Words in the question or in the other phrasing that fits best.
    case phrasing
    /// Words in the text.
    case text
    /// Words in the tags.
    case tags
    /// Words in the titles of the course and the module.
    case titles
    /// Runs of letters in the phrasing that fits best.
    case letters
    /// It belongs to what the asker is working on.
    case place
}
