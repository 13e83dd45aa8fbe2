/// The questions of a quiz with their keys. Only the server reads the keys; see ``QuizPaper`` for what a learner gets.
public struct Quiz: Hashable, Sendable, Codable {
    public var questions: [QuizQuestion]

    public init(questions: [QuizQuestion]) {
        self.questions = questions
    }
}

/// One question of a quiz.
public struct QuizQuestion: Hashable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// One of the options.
        case choice
        /// Any number of the options.
        case multiple
        /// A few words, compared with the accepted ones.
        case text
    }

    /// One option of a choice or multiple choice.
    public struct Option: Hashable, Sendable, Codable {
        /// Unique in its question; made from the order (`o1`, `o2`) where the package gives none.
        public var key: String
        /// Markdown.
        public var text: String
        public var isCorrect: Bool
        /// Shown after submission to whoever chose it; Markdown.
        public var feedback: String?

        public init(key: String, text: String, isCorrect: Bool, feedback: String? = nil) {
            self.key = key
            self.text = text
            self.isCorrect = isCorrect
            self.feedback = feedback
        }
    }

    /// Unique in its quiz.
    public var key: String
    public var kind: Kind
    /// Markdown.
    public var prompt: String
    /// At least two for `choice` and `multiple`, none for `text`.
    public var options: [Option]
    /// What counts as right for `text`: compared without case, outer space and runs of space, and
    /// whatever form of quotation marks and dashes is used.
    public var accepted: [String]
    /// What a right answer is worth, above 0; 1 unless said otherwise.
    public var weight: Double
    /// Shown after submission whatever was chosen; Markdown.
    public var feedback: String?

    public init(
        key: String, kind: Kind, prompt: String, options: [Option] = [], accepted: [String] = [], weight: Double = 1,
        feedback: String? = nil
    ) {
        self.key = key
        self.kind = kind
        self.prompt = prompt
        self.options = options
        self.accepted = accepted
        self.weight = weight
        self.feedback = feedback
    }
}
