/// An answer that somebody opened before they asked a person, and that did not help them.
public struct TriedAnswer: Hashable, Sendable {
    public var id: Identifier<Answer>
    /// Its question.
    public var question: String

    public init(id: Identifier<Answer>, question: String) {
        self.id = id
        self.question = question
    }
}
