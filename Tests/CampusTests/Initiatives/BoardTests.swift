import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct BoardTests {
    private static func board(
        _ company: InitiativeCompany, _ initiative: Initiative, as somebody: InitiativeCompany.Somebody
    ) async throws -> [Condition] {
        try await company.campus.board(of: initiative.id, .token(somebody.token)).conditions
    }

    @Test(arguments: Backend.allCases)
    func `what was recorded is the evidence`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend, reps: 5)
        let initiative = try await company.initiative()
        _ = try await company.add(company.reps, to: initiative)
        let empty = try await Self.board(company, initiative, as: company.leader)
        #expect(empty.map(\.state) == [.missing, .early, .partly, .there])
        _ = try await company.campus.tell(
            StoryDraft(initiativeID: initiative.id, text: "I asked first."), .token(company.leader.token))
        company.test.clock.advance(seconds: 20 * 86_400)
        let enrollment = try await company.campus.enrollments(
            EnrollmentFilter(), page: Page(limit: 1), .token(company.reps[0].token))[0].enrollment.id
        let now = company.test.clock.now
        _ = try await company.campus.record(
            [.made(.submitted, "calls", in: enrollment, data: EventData(text: "They said no."), at: now)],
            .token(company.reps[0].token))
        let held = try await company.campus.record(
            [.made(.held, "one-on-one", in: enrollment, data: EventData(text: "We looked at it."), at: now)],
            .token(company.manager.token))
        #expect(held.map(\.outcome.code) == [nil])
        let board = try await Self.board(company, initiative, as: company.leader)
        #expect(board[0].evidence == ["Lou told 1 story."])
        #expect(board[0].missing.contains("Nothing was seen of Lou for 14 days."))
        // Two weeks after the start the first of four was due, for each of five people.
        #expect(board[1].missing.first == "1 of 5 coachings that should have been held were held.")
        #expect(board[1].missing.last == "1 practice waits for a witness.")
        #expect(board[2].evidence.last?.contains("0 of 5 courses are complete.") == true)
        #expect(board[3].evidence == ["1 answer can be found."])
    }

    @Test(arguments: Backend.allCases)
    func `what people ask and search is told in blocks of five, and never moves by one`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend, reps: 6)
        let initiative = try await company.initiative()
        let people = company.reps + company.others
        _ = try await company.add(people, to: initiative)
        let course = company.courses[0]
        func ask(_ somebody: InitiativeCompany.Somebody) async throws {
            _ = try await company.campus.ask(
                QuestionDraft("What do I say?", courseID: course), .token(somebody.token))
            let search = Search(
                id: Identifier(stored: UUIDv7.make()), personID: somebody.person.id, words: "w", courseID: course,
                found: 0, isWeak: true, createdAt: company.test.clock.now)
            try await company.campus.database.write { try SearchStore.insert([search], $0) }
        }
        func told(_ somebody: InitiativeCompany.Somebody) async throws -> [String] {
            try await Self.board(company, initiative, as: somebody)[3].missing.map { sentence in
                sentence.split(separator: " ").prefix(4).joined(separator: " ")
            }
        }
        var numbers: [[String]] = []
        for (number, somebody) in people.enumerated() {
            try await ask(somebody)
            // Whoever says it twice is one person.
            if number == 0 { try await ask(somebody) }
            numbers.append(try await told(company.leader))
        }
        let (six, eleven) = (
            ["At least 6 questions", "At least 6 searches"], ["At least 11 questions", "At least 11 searches"]
        )
        #expect(numbers == [[], [], [], [], six, six, six, six, six, eleven, eleven, eleven])
        // What an answer settles is settled; who answers is no secret.
        let open = try await company.campus.questions(
            QuestionFilter(state: .open), page: Page(limit: 99), .token(company.trainer.token))
        let first = try #require(open.last)
        _ = try await company.campus.answer(
            first.question.id, with: QuestionReply("Ask."), .token(company.trainer.token))
        #expect(try await told(company.leader) == ["At least 10 questions", "At least 11 searches"])
        // Weeks later a question waits for long, and the searches are of the past.
        company.test.clock.advance(seconds: 31 * 86_400)
        #expect(try await told(company.leader) == ["At least 10 questions", "A question has waited"])
        // Of fewer than five people's nothing is told, also where their block was of more.
        for question in open.dropLast().suffix(6) {
            _ = try await company.campus.answer(
                question.question.id, with: QuestionReply("Ask."), .token(company.trainer.token))
        }
        #expect(try await told(company.leader) == [])
    }

    @Test func `whoever is one of the five is not told of the other four`() async throws {
        let company = try await InitiativeCompany(reps: 4)
        let initiative = try await company.initiative()
        _ = try await company.add(company.reps, to: initiative)
        try await company.test.setOpen(true, company.courses[0])
        for somebody in company.reps + [company.leader] {
            _ = try await company.campus.ask(
                QuestionDraft("What do I say?", courseID: company.courses[0]), .token(somebody.token))
        }
        #expect(try await Self.board(company, initiative, as: company.leader)[3].missing == [])
        #expect(
            try await Self.board(company, initiative, as: company.trainer)[3].missing
                == ["At least 5 questions are open."])
    }

    @Test func `what was done before it began is no evidence`() async throws {
        let company = try await InitiativeCompany(reps: 5)
        let (course, clock) = (company.courses[0], company.test.clock)
        let old = try await company.test.enroll(company.reps[0].person, in: course)
        let own = try await company.test.enroll(company.leader.person, in: course)
        func record(_ draft: EventDraft, _ somebody: InitiativeCompany.Somebody) async throws {
            let results = try await company.campus.record([draft], .token(somebody.token))
            #expect(results.map(\.outcome.code) == [nil])
        }
        func work(in enrollment: Identifier<Enrollment>, _ text: String) async throws {
            let data = EventData(text: text)
            try await record(.made(.pledged, "mine", in: enrollment, data: data, at: clock.now), company.reps[0])
            try await record(.made(.submitted, "calls", in: enrollment, data: data, at: clock.now), company.reps[0])
            try await record(.made(.confirmed, "calls", in: enrollment, data: data, at: clock.now), company.manager)
        }
        try await work(in: old, "Before.")
        try await record(
            .made(.pledged, "mine", in: own, data: EventData(text: "Mine."), at: clock.now), company.leader)
        clock.advance(seconds: 30 * 86_400)
        let initiative = try await company.initiative(startsOn: "2026-04-01")
        _ = try await company.add(company.reps, to: initiative)
        let board = try await company.campus.board(of: initiative.id, .token(company.leader.token))
        #expect(board.since.description == "2026-04-01")
        #expect(board.conditions[0].missing.first == "Lou has made no pledge of their own.")
        #expect(board.conditions[1].evidence == [])
        #expect(board.conditions[1].missing == ["No coaching was due yet."])
        #expect(board.conditions[2].evidence.last == "2 steps of these were done before the initiative began.")
        clock.advance(seconds: 86_400)
        try await work(in: old, "Since.")
        try await record(
            .made(.pledged, "mine", in: own, data: EventData(text: "Again."), at: clock.now), company.leader)
        let later = try await Self.board(company, initiative, as: company.leader)
        #expect(later[0].evidence == ["Lou pledged 1 time and kept 0."])
        #expect(later[1].evidence == ["1 practice got a witness's word."])
    }

    @Test func `numbers about few people are told to nobody who could tell them apart`() async throws {
        let company = try await InitiativeCompany(reps: 5)
        let initiative = try await company.initiative()
        func completion(_ somebody: InitiativeCompany.Somebody) async throws -> Bool {
            try await Self.board(company, initiative, as: somebody)[2].evidence.contains { $0.contains("percent") }
        }
        _ = try await company.add(Array(company.reps.prefix(4)), to: initiative)
        #expect(try await !completion(company.leader))
        #expect(try await completion(company.admin))
        _ = try await company.add([company.reps[4]], to: initiative)
        #expect(try await completion(company.leader))
        // The manager knows their own five by name.
        #expect(try await completion(company.manager))
        _ = try await company.add([company.others[0]], to: initiative)
        #expect(try await !completion(company.manager))
        #expect(try await completion(company.leader))
        _ = try await company.add(company.others, to: initiative)
        #expect(try await completion(company.manager))
    }

    @Test func `it is for those who lead it or have people in it`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        _ = try await company.add(company.reps, to: initiative)
        for somebody in [company.leader, company.manager, company.trainer, company.admin] {
            #expect(try await Self.board(company, initiative, as: somebody).count == 4)
        }
        for somebody in [company.otherLeader, company.otherManager, company.reps[0]] {
            let refusal = await #expect(throws: Refusal.self) {
                try await Self.board(company, initiative, as: somebody)
            }
            #expect(refusal?.kind == .forbidden)
        }
        let stranger = await #expect(throws: Refusal.self) {
            try await Self.board(company, initiative, as: company.others[0])
        }
        #expect(stranger?.kind == .missing)
    }
}
