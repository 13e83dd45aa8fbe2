public import Learning

/// A question as one caller may see it.
public struct QuestionView: Sendable {
    public var question: Question
    /// Who asked; for trainers, unless the asker is in a team of theirs. Nil for everybody else, the asker included.
    public var asker: (id: Identifier<Person>, name: String)?
    /// The reply as HTML.
    public var replyHTML: String?

    init(_ question: Question, askerName: String? = nil) {
        self.question = question
        asker = askerName.map { (question.askedBy, $0) }
        replyHTML = question.reply.map(Markup.html)
    }
}
