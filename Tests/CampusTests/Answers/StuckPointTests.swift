import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// Where people are stuck and what misleads them: of five people and more, and no names.
@Suite struct StuckPointTests {
    private static func search(
        _ words: String, _ outcome: Search.Outcome?, by person: Person, course: Identifier<Course>?,
        helpedBy: Identifier<Answer>? = nil, at: Instant
    ) -> Search {
        Search(
            id: Identifier(stored: UUIDv7.make()), personID: person.id, words: words, courseID: course,
            activity: course == nil ? nil : "reasons", found: 1, isWeak: false, outcome: outcome,
            helpedBy: helpedBy?.description, createdAt: at)
    }

    @Test(arguments: Backend.allCases)
    func `a step is told of from five people on, by version, with how many were helped`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        let first = try await test.publish(.sample())
        var people: [Person] = []
        for number in 0..<9 { people.append(try await test.person("Rep \(number)").person) }
        let now = test.clock.now
        // Of these the first has taken part since before there was another version.
        try await test.enrollDirectly(people[0], in: first.course)
        func log(_ people: [Person], _ outcome: Search.Outcome?) async throws {
            let searches = people.map { Self.search("w", outcome, by: $0, course: first.course, at: now) }
            try await test.campus.database.write { try SearchStore.insert(searches, $0) }
        }
        func told() async throws -> [String] {
            try await test.campus.stuckPoints(days: 7, trainer)
                .map { "\($0.version ?? "-") \($0.activity): \($0.people) of \($0.searches), \($0.helped)" }
        }
        try await log(Array(people[0..<4]), .helped)
        for _ in 0..<10 { try await log([people[0]], .notHelped) }
        #expect(try await told() == [])
        try await log([people[4]], nil)
        #expect(try await told() == ["1 reasons: 5 of 15, 4"])
        _ = try await test.publish(.sample(label: "2"))
        try await log(Array(people[5...]), nil)
        #expect(try await told() == ["1 reasons: 5 of 15, 4"])
        try await log([people[1], people[0]], nil)
        #expect(try await told() == ["1 reasons: 5 of 16, 4", "2 reasons: 5 of 5, 0"])
        test.clock.advance(seconds: 8 * 86_400)
        #expect(try await told() == [])
        await #expect(throws: Refusal.self) { try await test.campus.stuckPoints(days: 7, .person(people[0].id)) }
    }

    @Test(arguments: Backend.allCases)
    func `an answer misleads when half of five people and more say that it did not help`(backend: Backend) async throws
    {
        let test = try await TestCampus(backend)
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        let answer = try await test.campus.createAnswer(AnswerFields(question: "Why?", text: "T"), trainer)
        var people: [Person] = []
        for number in 0..<6 { people.append(try await test.person("Rep \(number)").person) }
        let now = test.clock.now
        func say(_ outcome: Search.Outcome, _ person: Int) async throws {
            let search = Self.search("w", outcome, by: people[person], course: nil, helpedBy: answer.id, at: now)
            try await test.campus.database.write { try SearchStore.insert([search], $0) }
        }
        func told() async throws -> [String] {
            try await test.campus.misleadingAnswers(days: 7, trainer)
                .map { "\($0.question) \($0.notHelped) of \($0.people)" }
        }
        for person in 0..<2 { for _ in 0..<20 { try await say(.notHelped, person) } }
        for person in 2..<4 { try await say(.helped, person) }
        #expect(try await told() == [])
        try await say(.helped, 4)
        // Two of five are fewer than half.
        #expect(try await told() == [])
        try await say(.notHelped, 5)
        #expect(try await told() == ["Why? 3 of 6"])
        _ = try await test.campus.updateAnswer(answer.id, revision: answer.revision, trainer) { $0.state = .retired }
        #expect(try await told() == [])
    }

    @Test(arguments: Backend.allCases)
    func `what is missing stands together in like words, questions among them`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        var people: [Access] = []
        for name in ["A", "B", "C", "D"] { people.append(.token(try await test.person(name).token)) }
        func search(_ words: String, _ person: Int) async throws -> Identifier<Search>? {
            try await test.campus.search(SearchRequest(words), people[person]).id
        }
        _ = try await search("zebra crossing", 0)
        _ = try await search("zebra crossing", 1)
        let asked = try await search("crossing the zebras", 2)
        _ = try await test.campus.ask(QuestionDraft("May I cross?", searchID: asked), people[2])
        _ = try await test.campus.ask(QuestionDraft("The zebra crossing?"), people[3])
        _ = try await search("giraffe feed", 3)
        _ = try await search("giraffe necks", 0)
        await test.campus.tendSearch()
        let rows = try await test.campus.unanswered(days: 7, page: Page(limit: 10), trainer)
        #expect(
            rows.map { "\($0.words) \($0.alike): \($0.people), \($0.searches), \($0.questions)" } == [
                "zebra crossing [\"crossing the zebras\", \"The zebra crossing?\"]: 4, 3, 2",
                "giraffe feed [\"giraffe necks\"]: 2, 2, 0",
            ])
        let last = try #require(rows.first)
        let next = try await test.campus.unanswered(
            days: 7, page: Page(after: (last.people, last.key), limit: 10), trainer)
        #expect(next.map(\.words) == ["giraffe feed"])
    }
}
