import Testing

@testable import Learning

@Suite struct QuizPaperTests {
    static let quiz = Quiz(
        questions: (0..<6).map { number in
            QuizQuestion(
                key: "q\(number)", kind: .choice, prompt: "Prompt \(number)",
                options: (0..<4).map {
                    .init(key: "o\($0)", text: "\($0)", isCorrect: $0 == number % 4, feedback: "hint")
                },
                accepted: ["secret"], feedback: "hint")
        })

    @Test func `the same seed lays the same paper, another one another`() {
        #expect(QuizPaper(Self.quiz, seed: 7) == QuizPaper(Self.quiz, seed: 7))
        #expect(QuizPaper(Self.quiz, seed: 7) != QuizPaper(Self.quiz, seed: 8))
    }

    @Test func `the order of a kept seed never changes`() {
        let paper = QuizPaper(Self.quiz, seed: 42)
        #expect(paper.questions.map(\.key) == ["q4", "q3", "q0", "q2", "q5", "q1"])
        #expect(paper.questions[0].options.map(\.text) == ["3", "0", "1", "2"])
    }

    @Test func `nothing is lost and nothing tells what is right`() {
        let paper = QuizPaper(Self.quiz, seed: 3)
        #expect(Set(paper.questions.map(\.key)).count == 6)
        #expect(paper.questions.allSatisfy { Set($0.options.map(\.text)) == ["0", "1", "2", "3"] })
        #expect(paper.questions.allSatisfy { $0.options.map(\.key) == ["1", "2", "3", "4"] })
        let dumped = String(reflecting: paper)
        for word in ["isCorrect", "accepted", "secret", "hint", "feedback"] { #expect(!dumped.contains(word)) }
    }

    @Test func `what was answered on a paper is what the quiz calls it, and back`() throws {
        let quiz = Quiz(
            questions: Self.quiz.questions + [QuizQuestion(key: "words", kind: .text, prompt: "?", accepted: ["yes"])])
        for seed in 0..<20 as Range<UInt64> {
            let paper = QuizPaper(quiz, seed: seed)
            let question = try #require(paper.questions.first { $0.key == "q2" })
            let second = try #require(question.options.first { $0.text == "2" })
            let shown = ["q2": [second.key], "words": ["1"], "other": ["1"]]
            let original = ["q2": ["o2"], "words": ["1"], "other": ["1"]]
            #expect(paper.original(shown) == original)
            #expect(paper.shown(original) == shown)
            #expect(paper.original(["q2": ["5"]]) == ["q2": []])
        }
    }
}
