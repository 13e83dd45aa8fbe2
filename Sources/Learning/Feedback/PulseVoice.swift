/// What one person answered once in a pulse, as the report takes it in.
public struct PulseVoice: Hashable, Sendable {
    public var voice: RuleOfFive.Voice
    /// By the scale's key.
    public var scores: [String: Int]
    /// By the key of the question that they answer; those that answer none are below the empty key.
    public var words: [String: String]

    public init(_ voice: RuleOfFive.Voice, data: EventData) {
        self.voice = voice
        scores = data.scores ?? [:]
        words = (data.words ?? [:]).filter { !$0.value.trimmed.isEmpty }
        if let text = data.text, !text.trimmed.isEmpty { words[""] = text }
    }
}
