/// A quiz as it lies before one learner in one attempt: questions and options in an order of their own, without the keys.
///
/// Options are called by their place on this paper. What the package calls them tells in which order the author wrote them,
/// and the right one often comes first.
public struct QuizPaper: Hashable, Sendable {
    /// A question without what is right.
    public struct Question: Hashable, Sendable {
        public struct Option: Hashable, Sendable {
            /// The place on this paper, from `1`.
            public var key: String
            /// Markdown.
            public var text: String
            /// What the quiz calls it.
            fileprivate var original: String
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
                options: random.shuffled(question.options).enumerated().map { place, option in
                    .init(key: "\(place + 1)", text: option.text, original: option.key)
                })
        }
    }

    /// What was answered on this paper, in the quiz's own keys. Question key to chosen options, or to the words in one string.
    public func original(_ responses: [String: [String]]) -> [String: [String]] {
        translated(responses, from: \.key, to: \.original)
    }

    /// What was answered, as it stands on this paper.
    public func shown(_ responses: [String: [String]]) -> [String: [String]] {
        translated(responses, from: \.original, to: \.key)
    }

    /// What belongs to no option of this paper is left out.
    private func translated(
        _ responses: [String: [String]], from: KeyPath<Question.Option, String>, to: KeyPath<Question.Option, String>
    ) -> [String: [String]] {
        var translated = responses
        for question in questions where question.kind != .text {
            translated[question.key] = responses[question.key]?.compactMap { key in
                question.options.first { $0[keyPath: from] == key }?[keyPath: to]
            }
        }
        return translated
    }
}
