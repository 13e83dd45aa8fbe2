import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// Learners hear what their witness said.
@Suite struct WitnessNoticeTests {
    private func inbox(_ company: SmallCompany, _ somebody: SmallCompany.Somebody) async throws -> [Notice] {
        try await company.campus.notices(unreadOnly: false, page: Page(limit: 10), .token(somebody.token))
    }

    @Test(arguments: [Verb.confirmed, .returned], Backend.allCases)
    func `a practice that is confirmed or returned comes to the learner's inbox`(
        verb: Verb, backend: Backend
    ) async throws {
        let company = try await SmallCompany(backend)
        let handedIn = EventDraft.made(
            .submitted, "calls", in: company.enrollment, data: EventData(text: "I asked."))
        let said = EventDraft.made(verb, "calls", in: company.enrollment, data: EventData(text: "Well heard."))
        #expect(try await company.send(handedIn, as: company.rep) == [.recorded])
        #expect(try await company.send(said, as: company.manager) == [.recorded])
        let notices = try await inbox(company, company.rep)
        let came = verb == .confirmed ? "Max confirmed" : "Max asks for another try of"
        #expect(
            notices.map(\.text) == ["\(came) \"Three calls, reasons first\" in \"Ask before you pitch\": Well heard."])
        #expect(notices.first?.kind == (verb == .confirmed ? .practiceConfirmed : .practiceReturned))
        #expect(notices.first?.subject == "\(company.enrollment)/calls/1")
        #expect(try await inbox(company, company.manager).isEmpty)
    }

    @Test func `a repeat, a refusal and a second look at the events tell nobody anything`() async throws {
        let company = try await SmallCompany()
        let confirmed = EventDraft.made(.confirmed, "calls", in: company.enrollment)
        #expect(
            try await company.send(
                .made(.submitted, "calls", in: company.enrollment, data: EventData(text: "I asked.")),
                as: company.rep) == [.recorded])
        #expect(try await company.send(confirmed, as: company.peer).first?.code != nil)
        #expect(try await inbox(company, company.rep).isEmpty)
        #expect(try await company.send(confirmed, confirmed, as: company.manager) == [.recorded, .repeated])
        #expect(try await company.send(confirmed, as: company.manager) == [.repeated])
        let told = try await inbox(company, company.rep)
        #expect(told.map(\.text) == ["Max confirmed \"Three calls, reasons first\" in \"Ask before you pitch\"."])
        _ = try await company.campus.database.write { connection in
            try connection.execute("DELETE FROM progress")
        }
        #expect(try await company.campus.recompute().differences.progress == 1)
        #expect(try await inbox(company, company.rep) == told)
    }

    @Test func `many at once are told, each what is theirs`() async throws {
        let company = try await SmallCompany()
        var events: [EventDraft] = []
        var people: [SmallCompany.Somebody] = []
        for number in 0..<70 {
            let person = try await company.test.person("Low \(number)", manager: company.manager.person)
            let enrollment = try await company.test.enroll(person.person, in: company.course)
            events.append(.made(.confirmed, "calls", in: enrollment, data: EventData(text: "Number \(number)")))
            people.append(person)
        }
        let outcomes = try await company.campus.record(events, .token(company.manager.token)).map(\.outcome)
        #expect(outcomes == Array(repeating: .recorded, count: 70))
        for (number, person) in people.enumerated() {
            let notices = try await inbox(company, person)
            #expect(notices.count == 1 && notices[0].text.hasSuffix(": Number \(number)"))
        }
    }
}
