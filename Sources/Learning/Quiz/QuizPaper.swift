/// A quiz as it lies before one learner in one attempt: the questions in an order of their own, without the keys.
public struct QuizPaper: Hashable, Sendable {
    /// A question without what is right.
    public struct Question: Hashable, Sendable {
        public struct Option: Hashable, Sendable {
            public var key: String
            /// Markdown.
            public var text: String
        }

        public var key: String
        public var kind: QuizQuestion.Kind
        /// Markdown.
        public var prompt: String
        public var options: [Option]
    }

    public var questions: [Question]

    /// Lays `quiz` out in the order that `seed` gives; the same seed gives the same order.
    public init(_ quiz: Quiz, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        questions = random.shuffled(quiz.questions).map { question in
            Question(
                key: question.key, kind: question.kind, prompt: question.prompt,
                options: random.shuffled(question.options).map { .init(key: $0.key, text: $0.text) })
        }
    }
}
