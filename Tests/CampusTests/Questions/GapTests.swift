import Campus
import Learning
import TestKit
import Testing

/// What several looked for in vain, each in their own words, and what becomes of it when there is an answer.
@Suite struct GapTests {
    private static let fields = AnswerFields(question: "Can we rent out the glycol loop?", text: "From October.")

    /// What is missing, as the report has it.
    private func missing(_ house: House) async throws -> [String] {
        await house.test.campus.tendSearch()
        return try await house.test.campus.unanswered(days: 30, page: Page(limit: 10), house.trainer)
            .map { "\($0.words): \($0.people) of \($0.searches)" }
    }

    @discardableResult
    private func search(_ words: String, _ house: House, _ token: String) async throws -> Identifier<Search> {
        try #require(try await house.test.campus.search(SearchRequest(words), .token(token)).id)
    }

    @Test(arguments: Backend.allCases)
    func `whoever stands in a row of the report is told of the answer to it, whatever their words`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let ways = [
            "can we rent out the glycol loop", "can we rent the glycol loop out", "renting out a glycol loop",
            "Can we rent out the glycol loop?!", "can we rent out the glycol lop", "rent out glycol loops",
        ]
        var tokens: [String] = []
        for (number, words) in ways.enumerated() {
            tokens.append(try await house.member("Gita \(number)").token)
            try await search(words, house, tokens[number])
            // In other words once more: one person is told once.
            try await search(ways[0], house, tokens[number])
        }
        let (_, others) = try await house.member("Otto")
        try await search("glycol supplier address", house, others)
        let asked = try await house.ask("May a customer rent the glycol loop?")
        #expect(try await missing(house) == ["\(ways[0]): 7 of 12", "glycol supplier address: 1 of 1"])
        let answer = try await campus.createAnswer(Self.fields, house.trainer)
        for token in tokens {
            let notices = try await house.inbox(.token(token))
            #expect(notices.map(\.kind) == [.gapAnswered])
            #expect(notices.map(\.subject) == ["\(answer.id)"])
        }
        let words = [ways[4], ways[0]].map { "You looked for “\($0)” and found no help." }
        let text = try #require(try await house.inbox(.token(tokens[4])).first?.text)
        #expect(words.contains { text.hasPrefix($0) }, "\(text)")
        #expect(try await house.inbox(.token(others)) == [])
        // Who asked a person still waits for an answer of their own.
        #expect(try await house.inbox(house.learner).map(\.kind) == [.gapAnswered])
        #expect(try await campus.question(asked, house.learner).question.state == .open)
        let rest = ["May a customer rent the glycol loop?: 1 of 0", "glycol supplier address: 1 of 1"]
        #expect(try await missing(house).sorted() == rest)
        // Without the answer it is missing again.
        _ = try await campus.updateAnswer(answer.id, revision: 1, house.trainer) { $0.state = .retired }
        #expect(try await missing(house).first == "\(ways[0]): 7 of 12")
    }

    @Test(arguments: Backend.allCases)
    func `a question that is answered tells those who asked alike, by its own words and the answer's`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, own) = try await house.member("Olga")
        let (_, other) = try await house.member("Otto")
        let (_, strangers) = try await house.test.person("Nora")
        try await search("zebra crossings at school", house, own)
        try await search("pedestrian priority on roads", house, other)
        try await search("zebra crossing?", house, strangers)
        let id = try await house.ask("Zebra crossing?")
        let fields = QuestionReply.Publication.new(
            question: "Do pedestrians have priority on a road?", also: [], tags: [])
        _ = try await campus.answer(id, with: QuestionReply("They do.", fields), house.trainer)
        for token in [own, other] { #expect(try await house.inbox(.token(token)).map(\.kind) == [.gapAnswered]) }
        // Who may not see the course has no answer yet.
        #expect(try await house.inbox(.token(strangers)) == [])
        #expect(try await missing(house) == ["zebra crossing?: 1 of 1"])
    }

    @Test(arguments: Backend.allCases)
    func `what helped somebody later is missing no more, until it is missed again`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, token) = try await house.member("Gita")
        let (_, other) = try await house.member("Otto")
        for token in [token, other] { try await search("warranty on the brine pump", house, token) }
        house.test.clock.advance(seconds: 60)
        let found = try await search("Brine pump: warranty?", house, token)
        try await campus.recordOutcome(.helped, of: found, helpedBy: nil, .token(token))
        #expect(try await missing(house) == ["warranty on the brine pump: 1 of 1"])
        house.test.clock.advance(seconds: 60)
        try await search("brine pump warranty", house, token)
        #expect(try await missing(house) == ["brine pump warranty: 2 of 2"])
        house.test.clock.advance(seconds: 60)
        let last = try await search("brine pump", house, token)
        try await campus.recordOutcome(.helped, of: last, helpedBy: nil, .token(token))
        // Who was helped since looks for nothing any more.
        _ = try await campus.createAnswer(
            AnswerFields(question: "Warranty on the brine pump", text: "Two years."), house.trainer)
        #expect(try await house.inbox(.token(token)) == [])
        #expect(try await house.inbox(.token(other)).count == 1)
        #expect(try await missing(house) == [])
    }

    @Test(arguments: Backend.allCases)
    func `once a question is open again, those who looked for the same are told of the next answer, too`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, token) = try await house.member("Gita")
        try await search("heron at noon", house, token)
        let id = try await house.ask("Herons at noon?", isShared: true)
        let proposal = try await campus.propose("Let it stand.", to: id, .token(token)).proposal.id
        let (_, other) = try await house.member("Otto")
        try await search("noon heron", house, other)
        _ = try await campus.accept(proposal, of: id, house.learner)
        #expect(try await missing(house) == [])
        #expect(try await house.inbox(.token(other)).map(\.kind) == [.gapAnswered])
        _ = try await campus.reopen(id, because: "It flew.", house.learner)
        #expect(try await missing(house).count == 1)
        // The same answer once more is no news, and the gap is closed.
        _ = try await campus.accept(proposal, of: id, house.learner)
        #expect(try await house.inbox(.token(other)).count == 1)
        #expect(try await missing(house) == [])
        _ = try await campus.reopen(id, because: "It flew.", house.learner)
        let reply = QuestionReply("Call it.", .new(question: nil, also: [], tags: []))
        let view = try await campus.answer(id, with: reply, house.trainer)
        #expect(try await house.inbox(.token(other)).first?.subject == view.question.answerID.map { "\($0)" })
        #expect(try await missing(house) == [])
    }
}
