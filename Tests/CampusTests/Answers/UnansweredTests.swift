import Campus
import Learning
import TestKit
import Testing

@Suite struct UnansweredTests {
    @Test(arguments: Backend.allCases)
    func `what was not found is counted by people, most first, until it is answered`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        var people: [Access] = []
        for name in ["A", "B", "C"] { people.append(.token(try await test.person(name).token)) }
        _ = try await test.campus.createAnswer(AnswerFields(question: "What is a drum?", text: "T"), trainer)
        func search(_ words: String, _ person: Int) async throws -> Identifier<Search> {
            try #require(try await test.campus.search(SearchRequest(words), people[person]).id)
        }
        func report(
            days: Int = 30, after: (people: Int, key: String)? = nil, limit: Int = 10
        ) async throws -> [String] {
            await test.campus.tendSearch()
            return try await test.campus.unanswered(days: days, page: Page(after: after, limit: limit), trainer)
                .map { "\($0.words): \($0.people) of \($0.searches)" }
        }
        for _ in 0..<5 { _ = try await search("zebra", 0) }
        _ = try await search("Giraffe", 0)
        let asked = try await search("giraffe", 1)
        let found = try await search("what is a drum", 2)
        #expect(try await report() == ["Giraffe: 2 of 2", "zebra: 1 of 5"])
        #expect(try await report(limit: 1) == ["Giraffe: 2 of 2"])
        #expect(try await report(after: (2, "giraffe")) == ["zebra: 1 of 5"])
        // Found, and yet it did not help.
        try await test.campus.recordOutcome(.notHelped, of: found, helpedBy: nil, people[2])
        #expect(try await report() == ["Giraffe: 2 of 2", "what is a drum: 1 of 1", "zebra: 1 of 5"])
        try await test.campus.recordOutcome(.helped, of: found, helpedBy: nil, people[2])
        let question = try await test.campus.ask(QuestionDraft("A giraffe?", searchID: asked), people[1])
        #expect(try await report() == ["Giraffe: 2 of 2", "zebra: 1 of 5"])
        _ = try await test.campus.answer(question.question.id, with: QuestionReply("Tall."), trainer)
        #expect(try await report() == ["Giraffe: 1 of 1", "zebra: 1 of 5"])
        test.clock.advance(seconds: 8 * 86_400)
        #expect(try await report(days: 7) == [])
    }
}
