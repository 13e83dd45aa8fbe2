import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct SearchLogTests {
    private func searches(_ test: TestCampus, _ access: Access) async throws -> [Search] {
        try await test.campus.searches(page: Page(limit: 10), access)
    }

    @Test(arguments: Backend.allCases)
    func `a search is kept with its words, place and outcome, for its searcher alone`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let (person, token) = try await test.person("Lea")
        let learner = Access.token(token)
        let reply = try await test.campus.search(
            SearchRequest("Price?", courseID: course, activity: "reasons"), learner)
        let id = try #require(reply.id)
        let answer = try #require(reply.hits.first?.answerID)
        // The outcome finds the search although its row may not have been written yet.
        try await test.campus.recordOutcome(.helped, of: id, helpedBy: answer, learner)
        #expect(
            try await searches(test, learner) == [
                Search(
                    id: id, personID: person.id, words: "Price?", courseID: course, activity: "reasons",
                    found: reply.hits.count, isWeak: reply.isWeak, outcome: .helped, helpedBy: "\(answer)",
                    createdAt: test.clock.now)
            ])
        try await test.campus.recordOutcome(.notHelped, of: id, helpedBy: nil, learner)
        #expect(try await searches(test, learner).map(\.outcome) == [.notHelped])
        let stranger = Access.token(try await test.person("Max", roles: [.admin]).token)
        await #expect(throws: Refusal.missing("search")) {
            try await test.campus.recordOutcome(.helped, of: id, helpedBy: nil, stranger)
        }
        #expect(try await searches(test, stranger) == [])
    }

    @Test func `who looks through another's eyes leaves no trace there`() async throws {
        let test = try await TestCampus()
        let (person, token) = try await test.person("Lea")
        #expect(try await test.campus.search(SearchRequest("price"), .person(person.id)).id == nil)
        #expect(try await test.campus.search(SearchRequest("price"), .operator).id == nil)
        #expect(try await searches(test, .token(token)) == [])
    }

    @Test func `an answer that helped is one that the searcher may see`() async throws {
        let test = try await TestCampus()
        let course = try await test.publish(.sample()).course
        let answer = try await test.campus.answers(AnswerFilter(), page: Page(limit: 1), .operator)[0]
        let learner = Access.token(try await test.person("Lea").token)
        let id = try #require(try await test.campus.search(SearchRequest("price"), learner).id)
        for unseen in [answer.id, test.identifier()] {
            let refusal = await #expect(throws: Refusal.self) {
                try await test.campus.recordOutcome(.helped, of: id, helpedBy: unseen, learner)
            }
            #expect(refusal?.code == "unknown-answer")
        }
        try await test.setOpen(true, course)
        try await test.campus.recordOutcome(.helped, of: id, helpedBy: answer.id, learner)
    }

    @Test func `many at once are all kept`() async throws {
        let test = try await TestCampus(.sqliteFile)
        let people = try await [test.person("A").token, test.person("B").token]
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    let access = Access.token(people[number % 2])
                    let reply = try await test.campus.search(SearchRequest("words \(number)"), access)
                    if number % 5 == 0, let id = reply.id {
                        try await test.campus.recordOutcome(.helped, of: id, helpedBy: nil, access)
                    }
                }
            }
            try await group.waitForAll()
        }
        await test.campus.tendSearch()
        let counts = try await test.campus.database.read {
            try $0.tuples(
                "SELECT COUNT(*), COUNT(DISTINCT words), COUNT(outcome) FROM search", Int.self, Int.self, Int.self)
        }
        #expect(counts.map { [$0.0, $0.1, $0.2] } == [[200, 200, 40]])
    }
}
