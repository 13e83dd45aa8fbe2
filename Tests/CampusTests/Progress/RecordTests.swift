import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct RecordTests {
    @Test(arguments: Backend.allCases)
    func `what a learner does is recorded and adds up`(backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        let enrollment = company.enrollment
        let outcomes = try await company.send(
            .made(.opened, "reasons", in: enrollment),
            .made(.completed, "reasons", in: enrollment, at: TestClock.start.advanced(bySeconds: 60)),
            .made(.pledged, "mine", in: enrollment, data: EventData(text: "I ask first.")), as: company.rep)
        #expect(outcomes == [.recorded, .recorded, .recorded])
        let tables = try await company.test.progressTables()
        #expect(tables["progress"]?.count == 2)
        #expect(try #require(tables["enrollment"]?.first).contains("integer(14)|integer(2)|null"))
        let course = company.course.text
        let manager = company.manager.person.id.text
        #expect(
            tables["completion_counter"]?.contains(
                "text(\"\(course)\")|text(\"\")|text(\"\(manager)\")|integer(1)|integer(1)|integer(0)|integer(14)|integer(2)"
            )
                == true)
    }

    @Test func `each says what is theirs to say, and one refusal stops nothing else`() async throws {
        let company = try await SmallCompany()
        let enrollment = company.enrollment
        let evidence = EventData(text: "They said why.")
        #expect(
            try await company.send(
                .made(.submitted, "calls", in: enrollment, data: evidence), .made(.confirmed, "calls", in: enrollment),
                .made(.held, "one-on-one", in: enrollment),
                .made(.submitted, "check", in: enrollment, data: EventData(score: 1)),
                .made(.waived, "card", in: enrollment, data: EventData(text: "no")),
                .made(.completed, "card", in: enrollment), as: company.rep
            ).map(\.code)
                == [nil, "verb-not-yours", "verb-not-yours", "verb-not-yours", "verb-not-yours", nil])
        #expect(
            try await company.send(
                .made(.confirmed, "calls", in: enrollment), .made(.held, "one-on-one", in: enrollment, occurrence: 2),
                .made(.attended, "kickoff", in: enrollment), .made(.pledged, "mine", in: enrollment, data: evidence),
                as: company.director
            ).map(\.code) == [nil, nil, nil, "verb-not-yours"])
        #expect(
            try await company.send(
                .made(.waived, "reasons", in: enrollment, data: EventData(text: "Knows it.")),
                .made(.confirmed, "calls", in: enrollment), as: company.trainer
            ).map(\.code) == [nil, "verb-not-yours"])
        for outsider in [company.peer, company.stranger, company.otherTrainer] {
            #expect(
                try await company.send(
                    .made(.confirmed, "calls", in: enrollment), .made(.opened, "nothing", in: enrollment), as: outsider
                ).map(\.code) == ["not-found", "not-found"])
        }
        #expect(try await company.send(.made(.held, "one-on-one", in: enrollment), as: company.admin) == [.recorded])
    }

    @Test func `a peer witnesses where the practice asks for one`() async throws {
        var draft = CourseDraft.sample()
        draft.modules[1].steps[1].witness = .peer
        let company = try await SmallCompany(draft: draft)
        #expect(
            try await company.send(.made(.confirmed, "calls", in: company.enrollment), as: company.peer) == [.recorded])
        #expect(
            try await company.send(.made(.confirmed, "calls", in: company.enrollment), as: company.stranger).map(\.code)
                == ["not-found"])
    }

    @Test func `the same event twice is a repeat, another with its id is refused`() async throws {
        let company = try await SmallCompany()
        let event = EventDraft.made(.pledged, "mine", in: company.enrollment, data: EventData(text: "I ask."))
        var other = event
        other.data.text = "I pitch."
        #expect(try await company.send(event, event, other, as: company.rep).map(\.code) == [nil, nil, "id-taken"])
        #expect(try await company.send(event, as: company.rep) == [.repeated])
        #expect(try await company.send(other, as: company.rep).map(\.code) == ["id-taken"])
        for change in [
            { $0.occurrence = 2 }, { $0.verb = .kept }, { $0.activity = "reasons" },
            { $0.occurredAt = TestClock.start.advanced(bySeconds: 1) },
        ] as [(inout EventDraft) -> Void] {
            var changed = event
            change(&changed)
            #expect(try await company.send(changed, as: company.rep).map(\.code) == ["id-taken"])
        }
        #expect(try await company.send(event, as: company.manager).map(\.code) == ["id-taken"])
        let tables = try await company.test.progressTables()
        #expect(tables["progress"]?.count == 1)
    }

    struct Refused: Sendable {
        var event: @Sendable (Identifier<Enrollment>) -> EventDraft
        var code: String
        var pointer: String
    }

    static let refused: [Refused] = [
        Refused(
            event: { .made(.opened, "reasons", in: $0, at: TestClock.start.advanced(bySeconds: 301)) },
            code: "in-the-future", pointer: "/occurred_at"),
        Refused(
            event: { .made(.opened, "reasons", in: $0, at: Instant(milliseconds: 0)) }, code: "before-all-time",
            pointer: "/occurred_at"),
        Refused(event: { .made(.opened, "gone", in: $0) }, code: "unknown-activity", pointer: "/activity"),
        Refused(
            event: { .made(.noted, "one-on-one", in: $0, occurrence: 5, data: EventData(text: "x")) },
            code: "no-such-occurrence", pointer: "/occurrence"),
        Refused(
            event: { .made(.opened, "reasons", in: $0, occurrence: 0) }, code: "no-such-occurrence",
            pointer: "/occurrence"),
        Refused(event: { .made(.pledged, "reasons", in: $0) }, code: "verb-not-of-kind", pointer: "/verb"),
        Refused(event: { .made(.submitted, "calls", in: $0) }, code: "required", pointer: "/data/text"),
        Refused(event: { .made(.attended, "kickoff", in: $0) }, code: "code-required", pointer: "/data/code"),
        Refused(
            event: { .made(.attended, "kickoff", in: $0, data: EventData(code: "x")) }, code: "code-wrong",
            pointer: "/data/code"),
        Refused(
            event: { _ in .made(.opened, "reasons", in: Identifier(stored: UUIDv7.make())) }, code: "not-found",
            pointer: "/enrollment_id"),
    ]

    @Test(arguments: refused.indices)
    func `what cannot be recorded is refused with its place`(index: Int) async throws {
        let company = try await SmallCompany()
        let test = Self.refused[index]
        guard case .refused(let detail) = try await company.send(test.event(company.enrollment), as: company.rep)[0]
        else {
            Issue.record("it was not refused")
            return
        }
        #expect(detail.code == test.code)
        #expect(detail.pointer == test.pointer)
        #expect(try await company.test.progressTables()["progress"] == [])
    }

    @Test func `five minutes ahead of the clock is still taken`() async throws {
        let company = try await SmallCompany()
        let event = EventDraft.made(
            .opened, "reasons", in: company.enrollment, at: TestClock.start.advanced(bySeconds: 300))
        #expect(try await company.send(event, as: company.rep) == [.recorded])
    }

    @Test func `what was earned elsewhere counts only where it was`() async throws {
        let company = try await SmallCompany()
        let first = company.enrollment
        // A second enrollment needs the first to be over.
        try await company.campus.database.write { connection in
            try connection.execute("UPDATE enrollment SET ended_at = 1 WHERE id = \(first)")
        }
        let second = try await company.test.enroll(company.rep.person, in: company.course)
        let stranger = try await company.test.enroll(company.peer.person, in: company.course)
        _ = try await company.send(.made(.completed, "reasons", in: first), as: company.rep)
        func credit(_ activity: String, from source: Identifier<Enrollment>, to target: Identifier<Enrollment>)
            -> EventDraft
        {
            .made(.credited, activity, in: target, data: EventData(source: source))
        }
        #expect(
            try await company.send(
                credit("reasons", from: first, to: second), credit("card", from: first, to: second),
                credit("reasons", from: first, to: stranger), credit("reasons", from: first, to: first),
                as: company.trainer
            ).map(\.code) == [nil, "not-earned-there", "not-earned-there", "not-earned-there"])
    }

    @Test func `a dead token, one that may only read and nobody are refused as a whole`() async throws {
        let company = try await SmallCompany()
        let reader = try await company.test.person("Rosa", scope: .read)
        let event = EventDraft.made(.opened, "reasons", in: company.enrollment)
        for (access, code) in [
            (Access.token("nothing"), "token-dead"), (.token(reader.token), "read-only-token"),
            (.anonymous, "sign-in-first"), (.operator, "not-allowed"),
        ] {
            await #expect { try await company.campus.record([event], access) } throws: { error in
                (error as? Refusal)?.code == code
            }
        }
        #expect(
            try await company.campus.record([event], via: .import, .person(company.rep.person.id)).map(\.outcome)
                == [.recorded])
    }

    @Test func `what was answered in a pulse is the learner's alone to see`() async throws {
        let company = try await SmallCompany()
        let data = EventData(scores: ["belief": 2])
        let answer = EventDraft.made(.answered, "pulse", in: company.enrollment, data: data)
        #expect(try await company.send(answer, as: company.rep) == [.recorded])
        for somebody in [company.manager, company.trainer, company.admin, company.rep] {
            let events = try await company.campus.events(
                of: company.enrollment, page: Page(limit: 10), .token(somebody.token))
            #expect(events.map(\.data) == [somebody.person.id == company.rep.person.id ? data : EventData()])
        }
    }

    @Test func `completion comes with the last, is dated by the last, and counted once`() async throws {
        let draft = CourseDraft(
            key: "two", title: "Two",
            modules: [
                CourseModule(key: "m", kind: .training, title: "M", steps: [Step(key: "a", kind: .lesson, title: "A")]),
                CourseModule(key: "n", kind: .training, title: "N", steps: [Step(key: "b", kind: .lesson, title: "B")]),
            ])
        let company = try await SmallCompany(draft: draft)
        let late = TestClock.start.advanced(bySeconds: 120)
        _ = try await company.send(.made(.completed, "a", in: company.enrollment, at: late), as: company.rep)
        let b = EventDraft.made(.completed, "b", in: company.enrollment)
        _ = try await company.send(b, b, as: company.rep)
        // Earlier facts move a completion back; later ones do not move it on.
        for minutes in [1, 60] as [Int64] {
            let at = TestClock.start.advanced(bySeconds: minutes * 60)
            company.test.clock.advance(seconds: 3600)
            _ = try await company.send(.made(.completed, "a", in: company.enrollment, at: at), as: company.rep)
        }
        let tables = try await company.test.progressTables()
        let at = TestClock.start.advanced(bySeconds: 60).milliseconds
        #expect(try #require(tables["enrollment"]?.first).contains("integer(2)|integer(2)|integer(\(at))"))
        #expect(tables["completion_counter"]?.count == 3)
        #expect(tables["completion_counter"]?.allSatisfy { $0.contains("|integer(1)|integer(1)|integer(1)|") } == true)
    }
}
