import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What searches that were helped teach, and whom it shows.
@Suite struct LearnedPhrasingTests {
    /// A trainer, an answer for everybody, and people who search.
    private struct Desk {
        let test: TestCampus
        let trainer: Access
        let answer: Identifier<Answer>
        var people: [Access] = []

        init(_ backend: Backend = .standard, people count: Int = 4) async throws {
            test = try await TestCampus(backend)
            trainer = .token(try await test.person("Tia", roles: [.trainer]).token)
            answer = try await test.campus.createAnswer(
                AnswerFields(question: "My contact does not want me to talk to the others", text: "Ask why."), trainer
            ).id
            _ = try await test.campus.createAnswer(AnswerFields(question: "What is a drum?", text: "T"), trainer)
            for number in 0..<count { people.append(.token(try await test.person("Rep \(number)").token)) }
        }

        /// Somebody searches, and says that an answer helped.
        @discardableResult
        func helped(_ words: String, _ person: Int, by answer: Identifier<Answer>? = nil) async throws
            -> Identifier<Search>
        {
            let id = try #require(try await test.campus.search(SearchRequest(words), people[person]).id)
            try await test.campus.recordOutcome(.helped, of: id, helpedBy: answer ?? self.answer, people[person])
            return id
        }

        func learned() async throws -> [String] {
            try await test.campus.learnedPhrasings(of: answer, page: Page(limit: 30), trainer)
                .map { "\($0.words): \($0.people)" }
        }

        func found(_ words: String, by person: Int = 3) async throws -> [Identifier<Answer>?] {
            try await test.campus.search(SearchRequest(words), people[person]).hits.map(\.answerID)
        }
    }

    @Test(arguments: Backend.allCases)
    func `what two people asked alike finds the answer that helped them, for everybody`(backend: Backend) async throws {
        let desk = try await Desk(backend)
        #expect(try await desk.found("plant manager blocking") == [])
        try await desk.helped("plant manager of Zebra Steel is blocking me", 0)
        #expect(try await desk.learned() == [])
        #expect(try await desk.found("plant manager blocking") == [])
        try await desk.helped("the plant manager blocks", 1)
        #expect(try await desk.learned() == ["plant manager blocks: 2"])
        #expect(try await desk.found("plant manager blocking") == [desk.answer])
        // What one of them alone typed is nowhere.
        #expect(try await desk.found("zebra steel") == [])
        let typing = SearchRequest("zeb", isTyping: true)
        #expect(try await desk.test.campus.search(typing, desk.people[3]).completions == [])
        #expect(try await desk.test.campus.search(SearchRequest("zebar"), desk.people[3]).suggestion == nil)
        // Nor are the words of either beside the answer, for those who read it.
        #expect(try await desk.test.campus.answer(desk.answer, desk.people[3]).fields.also == [])
        let since = desk.test.clock.now
        desk.test.clock.advance(seconds: 60)
        try await desk.helped("the plant manager blocks", 2)
        let kept = try await desk.test.campus.learnedPhrasings(of: desk.answer, page: Page(limit: 9), desk.trainer)
        #expect(kept.map(\.people) == [3])
        #expect(kept.map(\.learnedAt) == [since])
    }

    @Test(arguments: Backend.allCases)
    func `a thousand outcomes of one person count once`(backend: Backend) async throws {
        let desk = try await Desk(backend)
        var searches: [Identifier<Search>] = []
        for number in 0..<20 { searches.append(try await desk.helped("plant manager blocks \(number % 15)", 0)) }
        for number in 0..<(backend == .standard ? 1000 : 100) {
            try await desk.test.campus.recordOutcome(
                .helped, of: searches[number % 20], helpedBy: desk.answer, desk.people[0])
        }
        #expect(try await desk.learned() == [])
        let rows = try await desk.test.campus.database.read { connection in
            try connection.value("SELECT COUNT(*) FROM confirmation", of: Int.self)
        }
        #expect(rows == ConfirmationStore.perPerson)
        try await desk.helped("plant manager blocks", 1)
        #expect(try await desk.learned() == ["plant manager blocks: 2"])
    }

    @Test(arguments: Backend.allCases)
    func `what is revoked is gone at once and never learned again`(backend: Backend) async throws {
        let desk = try await Desk(backend)
        for person in 0..<2 { try await desk.helped("plant manager blocks", person) }
        let id = try await desk.test.campus.learnedPhrasings(of: desk.answer, page: Page(limit: 1), desk.trainer)[0].id
        let other = try await desk.test.campus.answers(AnswerFilter(), page: Page(limit: 1), desk.trainer)[0]
        await #expect(throws: Refusal.missing("phrasing")) {
            try await desk.test.campus.revokePhrasing(id, of: other.id, desk.trainer)
        }
        await #expect(throws: Refusal.self) {
            try await desk.test.campus.revokePhrasing(id, of: desk.answer, desk.people[0])
        }
        try await desk.test.campus.revokePhrasing(id, of: desk.answer, desk.trainer)
        #expect(try await desk.learned() == [])
        #expect(try await desk.found("plant manager blocks") == [])
        await #expect(throws: Refusal.missing("phrasing")) {
            try await desk.test.campus.revokePhrasing(id, of: desk.answer, desk.trainer)
        }
        for (person, words) in ["plant manager blocks", "plant manager", "blocking plant managers"].enumerated() {
            try await desk.helped(words, person)
        }
        #expect(try await desk.learned() == [])
        for person in 0..<2 { try await desk.helped("night shift foreman", person) }
        #expect(try await desk.learned() == ["night shift foreman: 2"])
    }

    @Test(arguments: Backend.allCases)
    func `whoever takes back that it helped takes their part of it back`(backend: Backend) async throws {
        let desk = try await Desk(backend)
        let other = try await desk.test.campus.answers(AnswerFilter(), page: Page(limit: 1), desk.trainer)[0].id
        var searches: [Identifier<Search>] = []
        for person in 0..<3 { searches.append(try await desk.helped("plant manager blocks", person)) }
        #expect(try await desk.learned() == ["plant manager blocks: 3"])
        try await desk.test.campus.recordOutcome(.notHelped, of: searches[0], helpedBy: nil, desk.people[0])
        #expect(try await desk.learned() == ["plant manager blocks: 2"])
        // Another answer helped, after all.
        try await desk.test.campus.recordOutcome(.helped, of: searches[1], helpedBy: other, desk.people[1])
        #expect(try await desk.learned() == [])
        #expect(try await desk.found("plant manager blocks") == [])
        try await desk.test.campus.recordOutcome(.helped, of: searches[1], helpedBy: desk.answer, desk.people[1])
        #expect(try await desk.learned() == ["plant manager blocks: 2"])
    }

    @Test func `what was learned stays with an answer that is changed, and is found while it is`() async throws {
        let desk = try await Desk()
        for person in 0..<2 { try await desk.helped("plant manager blocks", person) }
        func change(_ edit: @escaping @Sendable (inout Answer) -> Void) async throws {
            let revision = try await desk.test.campus.answer(desk.answer, desk.trainer).revision
            _ = try await desk.test.campus.updateAnswer(desk.answer, revision: revision, desk.trainer, edit: edit)
        }
        try await change { $0.fields.text = "Say what is in it for them." }
        #expect(try await desk.found("plant manager blocks") == [desk.answer])
        try await change { $0.state = .retired }
        #expect(try await desk.found("plant manager blocks") == [])
        try await change { $0.state = .published }
        #expect(try await desk.found("plant manager blocks") == [desk.answer])
    }

    @Test func `another node learns it from the sequence of changes`() async throws {
        let desk = try await Desk(.sqliteFile)
        let campus = desk.test.campus
        let other = Campus(
            database: campus.database, blobs: campus.blobs, incoming: campus.incoming, logger: campus.logger)
        func found() async throws -> Int {
            await other.tendSearch()
            return try await other.search(SearchRequest("plant manager blocks"), desk.people[3]).hits.count
        }
        #expect(try await found() == 0)
        for person in 0..<2 { try await desk.helped("plant manager blocks", person) }
        #expect(try await found() == 1)
        let id = try await campus.learnedPhrasings(of: desk.answer, page: Page(limit: 1), desk.trainer)[0].id
        try await campus.revokePhrasing(id, of: desk.answer, desk.trainer)
        #expect(try await found() == 0)
    }

    @Test(arguments: Backend.allCases)
    func `what was learned of a hidden answer shows in nothing that a search says`(backend: Backend) async throws {
        let desk = try await Desk(backend)
        let course = try await desk.test.publish(.sample()).course
        let hidden = try await desk.test.campus.createAnswer(
            AnswerFields(question: "What is a secret?", text: "T", courseID: course), desk.trainer
        ).id
        let before = try await desk.test.campus.search(SearchRequest("drum"), desk.people[0])
        for name in ["In", "Too"] {
            let (person, token) = try await desk.test.person(name)
            try await desk.test.enrollDirectly(person, in: course)
            let access = Access.token(token)
            let id = try #require(try await desk.test.campus.search(SearchRequest("xylophone drum"), access).id)
            try await desk.test.campus.recordOutcome(.helped, of: id, helpedBy: hidden, access)
        }
        #expect(
            try await desk.test.campus.learnedPhrasings(of: hidden, page: Page(limit: 9), desk.trainer).map(\.words)
                == ["xylophone drum"])
        for words in [
            "xylophone", "xylophne", "xyl", "xyl*", "\"xylophone drum\"", "xylophone drum", "drum -xylophone",
        ] {
            for limit in [1, 100] {
                let reply = try await desk.test.campus.search(
                    SearchRequest(words, limit: limit, isTyping: limit == 1), desk.people[0])
                #expect(reply.hits.allSatisfy { $0.title == "What is a drum?" }, "\(words)")
                #expect(reply.hits.allSatisfy { !$0.why.contains { $0.words.contains("xylophone") } }, "\(words)")
                #expect(reply.completions == [] && reply.suggestion == nil && !reply.hasMore, "\(words)")
            }
        }
        // The words of the open answer are as rare as they were: its score tells nothing either.
        let after = try await desk.test.campus.search(SearchRequest("drum"), desk.people[1])
        #expect(before.hits.map(\.score) == after.hits.map(\.score))
        #expect(try await desk.test.campus.search(SearchRequest("xylophone"), desk.trainer).hits.count == 1)
    }
}
