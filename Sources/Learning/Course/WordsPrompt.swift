/// A question of a pulse that is answered in words.
public struct WordsPrompt: Hashable, Sendable, Codable {
    /// Unique in its activity, among scales and words.
    public var key: String
    /// Plain text.
    public var prompt: String

    public init(key: String, prompt: String) {
        self.key = key
        self.prompt = prompt
    }
}
