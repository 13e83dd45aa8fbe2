import Testing

@testable import Learning

@Suite struct QuizResponsesTests {
    static let quiz = Quiz(questions: [
        QuizQuestion(
            key: "one/1", kind: .choice, prompt: "?",
            options: [
                .init(key: "a", text: "", isCorrect: true, feedback: "Yes."),
                .init(key: "b", text: "", isCorrect: false, feedback: "No."),
            ], feedback: "In general."),
        QuizQuestion(
            key: "many", kind: .multiple, prompt: "?",
            options: [.init(key: "a", text: "", isCorrect: true), .init(key: "b", text: "", isCorrect: false)]),
        QuizQuestion(key: "words", kind: .text, prompt: "?", accepted: ["yes"]),
    ])

    static let cases: [([String: [String]], [String])] = [
        (["one/1": ["1"], "many": ["1", "2"], "words": ["no"]], []),
        (["one/1": [], "many": [], "words": []], []),
        (["one/1": ["1", "2"]], ["/responses/one~11 too-many"]),
        (["one/1": ["a"]], ["/responses/one~11 unknown-option"]),
        (["many": ["1", "1"]], ["/responses/many chosen-twice"]),
        (["words": ["a", "b"]], ["/responses/words too-many"]),
        (["words": [String(repeating: "x", count: 1001)]], ["/responses/words too-long"]),
        (["other": ["1"], "many": ["3"]], ["/responses/many unknown-option", "/responses/other unknown-question"]),
    ]

    @Test(arguments: cases)
    func `every response fits its question or is refused at its place`(changes: [String: [String]], refused: [String]) {
        let paper = QuizPaper(Self.quiz, seed: 1)
        #expect(QuizResponses.problems(with: changes, in: paper).map { "\($0.pointer) \($0.code)" } == refused)
    }

    @Test func `later answers replace earlier ones to the same question alone`() {
        var responses = QuizResponses(["one/1": ["a"], "many": ["b"]])
        responses.merge(["many": ["a"], "words": ["yes"]])
        #expect(responses.byQuestion == ["one/1": ["a"], "many": ["a"], "words": ["yes"]])
        responses.merge(["one/1": []])
        #expect(responses.byQuestion["one/1"] == nil)
    }

    @Test func `feedback belongs to what was chosen`() {
        let feedback = QuizFeedback.list(QuizResponses(["one/1": ["b"], "words": ["yes"]]), to: Self.quiz)
        #expect(feedback.map(\.words) == [["No.", "In general."], [], []])
        #expect(feedback.map(\.isCorrect) == [false, false, true])
    }
}
