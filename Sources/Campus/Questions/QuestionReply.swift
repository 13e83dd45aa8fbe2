public import Learning

/// How a question is answered.
public struct QuestionReply: Hashable, Sendable {
    /// What everybody has of it.
    public enum Publication: Hashable, Sendable {
        /// Nothing: it concerns the asker alone.
        case none
        /// A new answer. Without a question of its own it takes the asker's words. It belongs to the question's place, which
        /// may be no more than where the asker was at work last, unless it is set to another course or to none. Its language is
        /// its course's unless it is said.
        case new(
            question: String?, also: [String], tags: [String], course: Edit<Identifier<Course>?> = .keep,
            language: String? = nil)
        /// An answer that was there already.
        case existing(Identifier<Answer>)
    }

    /// Markdown, for the asker, and the text of a new answer. May be empty beside an existing answer.
    public var text: String
    public var publication: Publication

    public init(_ text: String, _ publication: Publication = .none) {
        self.text = text
        self.publication = publication
    }
}
