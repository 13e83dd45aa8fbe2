/// What one person said once, as the report takes it in.
public struct FeedbackVoice: Hashable, Sendable {
    public var voice: RuleOfFive.Voice
    public var rating: Int?
    public var words: String?

    public init(_ voice: RuleOfFive.Voice, rating: Int?, words: String?) {
        self.voice = voice
        self.rating = rating
        self.words = words
    }
}
