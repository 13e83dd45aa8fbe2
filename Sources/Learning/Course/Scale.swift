/// A question of a pulse that is answered with a number.
public struct Scale: Hashable, Sendable, Codable {
    /// Unique in its activity.
    public var key: String
    public var from: Int
    /// Above `from`, at most 20 steps.
    public var to: Int
    /// Plain text.
    public var prompt: String

    public init(key: String, from: Int, to: Int, prompt: String) {
        self.key = key
        self.from = from
        self.to = to
        self.prompt = prompt
    }
}
