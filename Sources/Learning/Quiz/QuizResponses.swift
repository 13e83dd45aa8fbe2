/// What a learner answered in one attempt: question key to the quiz's own keys of the chosen options, or to the words in one
/// string.
public struct QuizResponses: Hashable, Sendable {
    public var byQuestion: [String: [String]]

    public init(_ byQuestion: [String: [String]] = [:]) {
        self.byQuestion = byQuestion
    }

    /// Everything in `changes`, in the keys of the paper, that does not fit it; with pointers below `/responses`.
    public static func problems(with changes: [String: [String]], in paper: QuizPaper) -> [Refusal.Detail] {
        changes.sorted { $0.key < $1.key }.compactMap { key, response in
            let pointer = "/responses/\(JSONPointer.escape(key))"
            guard let question = paper.questions.first(where: { $0.key == key }) else {
                return .init(pointer: pointer, code: "unknown-question", message: "There is no question \"\(key)\".")
            }
            return problem(with: response, to: question).map {
                .init(pointer: pointer, code: $0.code, message: $0.message)
            }
        }
    }

    private static func problem(
        with response: [String], to question: QuizPaper.Question
    ) -> (code: String, message: String)? {
        if question.kind == .text {
            if response.count > 1 { return ("too-many", "Words are one string.") }
            guard let words = response.first, words.isLonger(than: Limits.quizWords.value) else { return nil }
            return ("too-long", "At most \(Limits.quizWords.value) characters are allowed.")
        }
        if question.kind == .choice, response.count > 1 { return ("too-many", "One option can be chosen.") }
        if Set(response).count < response.count { return ("chosen-twice", "An option is chosen once.") }
        for key in response where !question.options.contains(where: { $0.key == key }) {
            return ("unknown-option", "There is no option \"\(key)\".")
        }
        return nil
    }

    /// Takes over the answers to the questions that `changes` names; an empty one takes an answer back.
    public mutating func merge(_ changes: [String: [String]]) {
        for (key, response) in changes { byQuestion[key] = response.isEmpty ? nil : response }
    }
}
