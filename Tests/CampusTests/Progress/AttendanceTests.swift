import Campus
import Learning
import Persistence
import TestKit
import Testing

/// A host's code shows who was there, to those who have it and to nobody who tries.
@Suite struct AttendanceTests {
    private static let day: Int64 = 86_400

    /// The code as a host sees it now.
    private func code(_ company: SmallCompany, occurrence: Int = 1) async throws -> String {
        let shown = try await company.campus.activity(
            "kickoff", occurrence: occurrence, of: company.course, by: .token(company.trainer.token))
        return try #require(shown.attendanceCode)
    }

    private func attended(
        _ code: String, _ company: SmallCompany, occurrence: Int = 1, at instant: Instant? = nil
    ) -> EventDraft {
        .made(
            .attended, "kickoff", in: company.enrollment, occurrence: occurrence, data: EventData(code: code),
            at: instant ?? company.test.clock.now)
    }

    /// Six digits that are no code of these days.
    private func wrong(_ number: Int, besides codes: Set<String>) -> String {
        let digits = "\(100_000 + number)"
        return codes.contains(digits) ? "\(200_000 + number)" : digits
    }

    private func series() -> CourseDraft {
        var draft = CourseDraft.sample()
        draft.modules[0].steps[0].schedule.times = 3
        return draft
    }

    @Test func `the code proves who was there and is not kept`() async throws {
        let company = try await SmallCompany()
        let event = attended(" \(try await code(company)) ", company)
        #expect(try await company.send(event, as: company.rep) == [.recorded])
        #expect(try await company.send(event, as: company.rep) == [.repeated])
        let events = try await company.campus.events(
            of: company.enrollment, page: Page(limit: 10), .token(company.rep.token))
        #expect(events.map(\.data) == [EventData()])
    }

    @Test func `a code holds on its day and the next, and another day has another`() async throws {
        let company = try await SmallCompany(draft: series())
        let first = try await code(company)
        company.test.clock.advance(seconds: Self.day)
        let second = try await code(company)
        #expect(first != second)
        #expect(try await company.send(attended(first, company), as: company.rep) == [.recorded])
        #expect(try await company.send(attended(second, company, at: TestClock.start), as: company.rep) == [.recorded])
        company.test.clock.advance(seconds: Self.day)
        #expect(try await company.send(attended(first, company), as: company.rep).map(\.code) == ["code-wrong"])
        #expect(
            try await company.send(attended(second, company, occurrence: 2), as: company.rep).map(\.code)
                == ["code-wrong"])
    }

    @Test func `who was offline is judged by the day on which they were there, for two weeks`() async throws {
        let company = try await SmallCompany()
        let code = try await code(company)
        company.test.clock.advance(seconds: 14 * Self.day)
        #expect(
            try await company.send(attended(code, company, at: TestClock.start), as: company.rep) == [.recorded])
        company.test.clock.advance(seconds: 1)
        #expect(
            try await company.send(attended(code, company, at: TestClock.start), as: company.rep).map(\.code)
                == ["code-wrong"])
    }

    @Test(arguments: Backend.allCases)
    func `every wrong code of a request counts, and then the right one is not looked at`(
        backend: Backend
    ) async throws {
        let company = try await SmallCompany(backend, draft: series())
        let codes = Set([try await code(company), try await code(company, occurrence: 2)])
        let right = try await code(company)
        var guesses = (0..<99).map { attended(wrong($0, besides: codes), company, occurrence: $0 % 3 + 1) }
        guesses.append(attended(right, company))
        let access = Access.token(company.rep.token)
        let outcomes = try await company.campus.record(guesses, access).map(\.outcome.code)
        #expect(outcomes == Array(repeating: "code-wrong", count: 5) + Array(repeating: "too-many-codes", count: 95))

        // It is kept, whoever answers next, and for this learner's step alone.
        #expect(try await company.send(attended(right, company), as: company.rep).map(\.code) == ["too-many-codes"])
        let other = try await company.test.enroll(company.peer.person, in: company.course)
        let peers = EventDraft.made(.attended, "kickoff", in: other, data: EventData(code: right))
        #expect(try await company.send(peers, as: company.peer) == [.recorded])
        #expect(
            try await company.send(.made(.attended, "kickoff", in: company.enrollment), as: company.manager)
                == [.recorded])

        company.test.clock.advance(seconds: 3599)
        #expect(try await company.send(attended(right, company), as: company.rep).map(\.code) == ["too-many-codes"])
        company.test.clock.advance(seconds: 1)
        #expect(try await company.send(attended(right, company), as: company.rep) == [.recorded])
    }

    @Test func `wrong codes of requests that share a transaction add up, and old ones are removed`() async throws {
        let company = try await SmallCompany()
        let codes = Set([try await code(company)])
        func count() async throws -> [Int] {
            try await company.campus.database.read { try $0.column("SELECT wrong FROM wrong_code") }
        }
        let other = try await company.test.enroll(company.peer.person, in: company.course)
        try await company.test.recording {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    let guess = attended(wrong(number, besides: codes), company)
                    group.addTask { _ = try await company.send(guess, as: company.rep) }
                }
                try await group.waitForAll()
            }
            #expect(try await count() == [5])
            company.test.clock.advance(seconds: 3600)
            let guess = EventDraft.made(
                .attended, "kickoff", in: other, data: EventData(code: wrong(1, besides: codes)))
            #expect(try await company.send(guess, as: company.peer).map(\.code) == ["code-wrong"])
        }
        #expect(try await count() == [1])
    }
}
