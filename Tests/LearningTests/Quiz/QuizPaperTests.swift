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
    }

    @Test func `nothing is lost and nothing tells what is right`() {
        let paper = QuizPaper(Self.quiz, seed: 3)
        #expect(Set(paper.questions.map(\.key)).count == 6)
        #expect(paper.questions.allSatisfy { Set($0.options.map(\.key)) == ["o0", "o1", "o2", "o3"] })
        let dumped = String(reflecting: paper)
        for word in ["isCorrect", "accepted", "secret", "hint", "feedback"] { #expect(!dumped.contains(word)) }
    }
}
