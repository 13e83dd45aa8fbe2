/// What a learner hears about one question after submission: how it went and what belongs to what they chose, not the key.
public struct QuizFeedback: Hashable, Sendable {
    public var question: String
    /// 0…1.
    public var credit: Double
    /// Markdown: of the chosen options, then of the question.
    public var words: [String]

    public var isCorrect: Bool { credit >= 1 - QuizScore.tolerance }

    /// In the quiz's order.
    public static func list(_ responses: QuizResponses, to quiz: Quiz) -> [QuizFeedback] {
        quiz.questions.map { question in
            let response = responses.byQuestion[question.key] ?? []
            let chosen = question.options.filter { response.contains($0.key) }.compactMap(\.feedback)
            return QuizFeedback(
                question: question.key, credit: question.credit(for: response),
                words: chosen + (question.feedback.map { [$0] } ?? []))
        }
    }
}
