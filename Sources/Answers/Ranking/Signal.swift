/// What can speak for an entry.
public enum Signal: String, Sendable, Hashable, CaseIterable {
    /// Words in the question or in the other phrasing that fits best.
    case phrasing
    /// Words in any field.
    case words
    /// Words in the tags.
    case tags
    /// Runs of letters in the phrasing that fits best: parts of words, and words that are written differently.
    case letters
    /// Runs of letters in any field, for languages that are not stemmed.
    case plainLetters
    /// Words that begin with the letters of what was typed.
    case initials
    /// What the words mean, where a sentence encoder says so.
    case meaning
    /// It belongs to what the asker is working on.
    case place
}
