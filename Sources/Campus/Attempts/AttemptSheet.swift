public import Learning

/// An attempt as somebody sees it. The keys are not in it; what was chosen and how it went are the learner's alone.
public struct AttemptSheet: Sendable {
    public struct Question: Sendable {
        public struct Option: Sendable {
            public var key: String
            public var text: Prose
        }

        public var key: String
        public var kind: QuizQuestion.Kind
        public var prompt: Prose
        public var options: [Option]
    }

    /// How one question went, after submission.
    public struct Result: Sendable {
        public var question: String
        /// 0…1.
        public var credit: Double
        public var isCorrect: Bool
        /// What belongs to what was chosen.
        public var feedback: [Prose]
    }

    /// What was chosen is in the keys of `questions`.
    public var attempt: Attempt
    public var masteryScore: Double?
    /// In this attempt's own order; empty for anybody but the learner.
    public var questions: [Question]
    /// Nil until it is submitted, and for anybody but the learner.
    public var results: [Result]?

    /// - Parameter isLearner: whether it is the learner who looks.
    init(_ attempt: Attempt, _ step: Step, isLearner: Bool) {
        self.attempt = attempt
        masteryScore = step.masteryScore
        guard isLearner, let quiz = step.quiz else {
            self.attempt.responses = QuizResponses()
            questions = []
            return
        }
        let paper = QuizPaper(quiz, seed: attempt.seed)
        self.attempt.responses = QuizResponses(paper.shown(attempt.responses.byQuestion))
        questions = paper.questions.map { question in
            Question(
                key: question.key, kind: question.kind, prompt: Prose(question.prompt),
                options: question.options.map { .init(key: $0.key, text: Prose($0.text)) })
        }
        guard attempt.submittedAt != nil else { return }
        results = QuizFeedback.list(attempt.responses, to: quiz).map { feedback in
            Result(
                question: feedback.question, credit: feedback.credit, isCorrect: feedback.isCorrect,
                feedback: feedback.words.map { Prose($0) })
        }
    }
}
