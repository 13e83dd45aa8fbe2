/// An answer to a question that somebody proposes, a colleague or a trainer; the asker accepts one.
public struct Proposal: Identified, Hashable {
    public static let idPrefix = "prp"

    public var id: Identifier<Proposal>
    public var questionID: Identifier<Question>
    /// Nil for the command line.
    public var authorID: Identifier<Person>?
    /// Markdown.
    public var text: String
    public var createdAt: Instant
    /// When it was accepted; nil for the others. An earlier one keeps it when the question was opened again.
    public var acceptedAt: Instant?
    /// The answer that it became when it was accepted; nil as long as it became none.
    public var answerID: Identifier<Answer>?

    public init(
        id: Identifier<Proposal>, questionID: Identifier<Question>, authorID: Identifier<Person>?, text: String,
        createdAt: Instant, acceptedAt: Instant? = nil, answerID: Identifier<Answer>? = nil
    ) {
        self.id = id
        self.questionID = questionID
        self.authorID = authorID
        self.text = text
        self.createdAt = createdAt
        self.acceptedAt = acceptedAt
        self.answerID = answerID
    }
}
