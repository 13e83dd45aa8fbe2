import Testing

@testable import Learning

@Suite struct QuizScoreTests {
    private static let choice = QuizQuestion(
        key: "choice", kind: .choice, prompt: "?",
        options: [.init(key: "right", text: "", isCorrect: true), .init(key: "wrong", text: "", isCorrect: false)])
    private static let multiple = QuizQuestion(
        key: "multiple", kind: .multiple, prompt: "?",
        options: [
            .init(key: "r1", text: "", isCorrect: true), .init(key: "r2", text: "", isCorrect: true),
            .init(key: "w1", text: "", isCorrect: false), .init(key: "w2", text: "", isCorrect: false),
        ], weight: 2)
    private static let text = QuizQuestion(
        key: "text", kind: .text, prompt: "?", accepted: ["Three  calls", "é"])

    static let credits: [(QuizQuestion, [String], Double)] = [
        (choice, ["right"], 1), (choice, ["wrong"], 0), (choice, [], 0), (choice, ["right", "wrong"], 0),
        (choice, ["nothing"], 0),
        (multiple, ["r1", "r2"], 1), (multiple, ["r1"], 0.5), (multiple, ["r1", "r2", "w1"], 0.5),
        (multiple, ["r1", "w1"], 0), (multiple, ["r1", "r2", "w1", "w2"], 0), (multiple, ["w1", "w2"], 0),
        (multiple, [], 0), (multiple, ["r1", "r1"], 0.5),
        (text, ["  three CALLS "], 1), (text, ["three\ncalls"], 1), (text, ["threecalls"], 0), (text, [""], 0),
        (text, [], 0), (text, ["e\u{301}"], 1),
    ]

    @Test(arguments: credits)
    func `a response earns its share`(question: QuizQuestion, response: [String], credit: Double) {
        #expect(question.credit(for: response) == credit)
    }

    @Test(arguments: [
        ("don’t do it", "don't do it"), ("don't do it", "Don‘t  do it"), ("“why now”", "\"Why now\""),
        ("well-known", "well\u{2011}known"), ("2020–2026", "2020-2026"), ("10 %", "10\u{00A0}%"),
        ("wait…", "wait..."), ("reason", "rea\u{00AD}son\u{200B}"), ("«oui»", "\"oui\""),
    ])
    func `words count as right whatever marks a keyboard writes them with`(accepted: String, said: String) {
        let question = QuizQuestion(key: "q", kind: .text, prompt: "?", accepted: [accepted])
        #expect(question.credit(for: [said]) == 1)
        #expect(question.credit(for: [said + "x"]) == 0)
    }

    @Test func `weights count, and what was not answered earns nothing`() {
        let quiz = Quiz(questions: [Self.choice, Self.multiple, Self.text])
        let score = QuizScore(["choice": ["right"], "multiple": ["r1"], "unknown": ["x"]], to: quiz)
        #expect(score.score == 0.5)
        #expect(score.credits == ["choice": 1, "multiple": 0.5, "text": 0])
        #expect(QuizScore([:], to: Quiz(questions: [])).score == 0)
    }

    @Test func `sums of fractions reach the mastery score that they should`() {
        let thirds = (0..<3).map { index in
            var question = Self.choice
            question.key = "q\(index)"
            question.weight = 0.1
            return question
        }
        let score = QuizScore(["q0": ["right"], "q1": ["right"]], to: Quiz(questions: thirds))
        #expect(score.passes(2.0 / 3))
        #expect(!score.passes(0.67))
        #expect(score.passes(nil))
    }
}
