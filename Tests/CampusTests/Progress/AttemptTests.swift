import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct AttemptTests {
    /// The sample's quiz is open to whoever asks for it: nothing comes before it.
    private func open(_ company: SmallCompany) async throws -> AttemptSheet {
        try await company.campus.openAttempt(at: "check", in: company.enrollment, .token(company.rep.token)).sheet
    }

    private func answer(
        _ responses: [String: [String]], in sheet: AttemptSheet, _ company: SmallCompany
    ) async throws -> AttemptSheet {
        try await company.campus.answer(
            responses, in: sheet.attempt.id, revision: sheet.attempt.revision, .token(company.rep.token))
    }

    private func outcome(_ company: SmallCompany) async throws -> StepOutcome? {
        try await company.campus.progress(of: company.enrollment, .token(company.rep.token)).first?.outcome
    }

    @Test(arguments: Backend.allCases)
    func `a quiz is opened, answered, submitted and scored, and the event counts`(backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        var sheet = try await open(company)
        #expect(sheet.attempt.number == 1)
        #expect(Set(sheet.questions.map(\.key)) == ["q1", "q2"])
        #expect(sheet.results == nil)
        #expect(try await outcome(company)?.status == .started)
        sheet = try await answer(["q1": sheet.key(of: "It hurts")], in: sheet, company)
        sheet = try await answer(["q2": [" Reasons "]], in: sheet, company)
        #expect(sheet.attempt.responses.byQuestion == ["q1": sheet.key(of: "It hurts"), "q2": [" Reasons "]])
        company.test.clock.advance(seconds: 90)
        sheet = try await company.campus.submitAttempt(sheet.attempt.id, .token(company.rep.token))
        #expect(sheet.attempt.score == 1)
        #expect(sheet.attempt.success == true)
        #expect(sheet.results?.map(\.isCorrect) == [true, true])
        let done = try #require(try await outcome(company))
        #expect(done == StepOutcome(status: .done, completedAt: company.test.clock.now, success: true, score: 1))
        let events = try await company.campus.events(
            of: company.enrollment, page: Page(limit: 10), .token(company.rep.token))
        #expect(events.map(\.verb) == [.opened, .submitted])
        #expect(events.allSatisfy { $0.via == .server && $0.attempt == sheet.attempt.id })
        #expect(events[1].data == EventData(score: 1, success: true))
    }

    @Test func `a submission with an answer that does not fit keeps nothing and submits nothing`() async throws {
        let company = try await SmallCompany()
        let access = Access.token(company.rep.token)
        let sheet = try await open(company)
        let refusal = await #expect(throws: Refusal.self) {
            try await company.campus.submitAttempt(
                sheet.attempt.id, keeping: ["q2": ["reasons"], "q9": ["1"]], access)
        }
        #expect(refusal?.details.map(\.pointer) == ["/responses/q9"])
        let still = try await company.campus.attempt(sheet.attempt.id, access)
        #expect(still.attempt.submittedAt == nil)
        #expect(still.attempt.responses.byQuestion.isEmpty)
    }

    @Test func `a retake is another attempt and never lowers what was reached`() async throws {
        let company = try await SmallCompany()
        let access = Access.token(company.rep.token)
        for (number, response) in [(1, "It hurts"), (2, "It has tabs")] {
            let opened = try await open(company)
            let sheet = try await answer(["q1": opened.key(of: response)], in: opened, company)
            #expect(sheet.attempt.number == number)
            #expect(
                try await company.campus.submitAttempt(sheet.attempt.id, access).attempt.score
                    == (number == 1 ? 0.5 : 0))
        }
        #expect(try await outcome(company)?.score == 0.5)
        #expect(try await outcome(company)?.success == true)
        let kept = try await company.campus.attempts(of: company.enrollment, page: Page(limit: 10), access)
        #expect(kept.map(\.attempt.score) == [0.5, 0])
    }

    @Test func `neither a key nor the attempt's id tells which option the author wrote first`() async throws {
        let company = try await SmallCompany()
        let access = Access.token(company.rep.token)
        let quiz = try #require(CourseDraft.sample().modules[0].steps[2].quiz)
        var keys: Set<[String]> = []
        var foretold = 0
        for _ in 0..<40 {
            let sheet = try await open(company)
            let options = try #require(sheet.questions.first { $0.key == "q1" }?.options)
            #expect(options.map(\.key) == ["1", "2"])
            keys.insert(sheet.key(of: "It hurts"))
            let tail = sheet.attempt.id.text.filter { $0 != "-" }.suffix(16)
            let guess = QuizPaper(quiz, seed: try #require(UInt64(tail, radix: 16)))
            if guess.questions.first(where: { $0.key == "q1" })?.options.map(\.text) == options.map(\.text.markdown) {
                foretold += 1
            }
            _ = try await company.campus.submitAttempt(sheet.attempt.id, access)
        }
        #expect(keys == [["1"], ["2"]])
        #expect(foretold < 40)
    }

    @Test func `what is open is given back, and what was submitted stays as it is`() async throws {
        let company = try await SmallCompany()
        let access = Access.token(company.rep.token)
        let first = try await company.campus.openAttempt(at: "check", in: company.enrollment, access)
        let again = try await company.campus.openAttempt(at: "check", in: company.enrollment, access)
        #expect(first.isNew && !again.isNew)
        #expect(again.sheet.attempt == first.sheet.attempt)
        let submitted = try await company.campus.submitAttempt(first.sheet.attempt.id, access)
        company.test.clock.advance(seconds: 5)
        let repeated = try await company.campus.submitAttempt(first.sheet.attempt.id, access)
        #expect(repeated.attempt == submitted.attempt)
        let events = try await company.campus.events(of: company.enrollment, page: Page(limit: 10), access)
        #expect(events.map(\.verb) == [.opened, .submitted])
        await #expect { try await answer(["q1": ["1"]], in: submitted, company) } throws: { error in
            (error as? Refusal)?.code == "submitted-already"
        }
    }

    @Test func `answers that do not fit, or to an older state, change nothing`() async throws {
        let company = try await SmallCompany()
        let sheet = try await open(company)
        _ = try await answer(["q1": ["2"]], in: sheet, company)
        await #expect { try await answer(["q1": ["1"]], in: sheet, company) } throws: { error in
            (error as? Refusal)?.kind == .stale
        }
        await #expect { try await answer(["q1": ["o1"], "q7": []], in: sheet, company) } throws: { error in
            (error as? Refusal)?.details.map(\.pointer) == ["/responses/q1", "/responses/q7"]
        }
        let now = try await company.campus.attempt(sheet.attempt.id, .token(company.rep.token))
        #expect(now.attempt.responses.byQuestion == ["q1": ["2"]])
    }

    @Test func `a quiz is the learner's alone to take; others see how it came out`() async throws {
        let company = try await SmallCompany()
        let opened = try await open(company)
        let sheet = try await answer(["q1": opened.key(of: "It hurts")], in: opened, company)
        _ = try await company.campus.submitAttempt(sheet.attempt.id, .token(company.rep.token))
        for (somebody, kind) in [
            (company.manager, Refusal.Kind.forbidden), (company.trainer, .forbidden), (company.admin, .forbidden),
            (company.peer, .missing), (company.stranger, .missing), (company.otherTrainer, .missing),
        ] {
            let access = Access.token(somebody.token)
            await #expect {
                _ = try await company.campus.openAttempt(at: "check", in: company.enrollment, access)
            } throws: { ($0 as? Refusal)?.kind == kind }
            await #expect { _ = try await company.campus.submitAttempt(sheet.attempt.id, access) } throws: {
                ($0 as? Refusal)?.kind == kind
            }
            if kind == .missing {
                await #expect { _ = try await company.campus.attempt(sheet.attempt.id, access) } throws: {
                    ($0 as? Refusal)?.kind == .missing
                }
            } else {
                let seen = try await company.campus.attempt(sheet.attempt.id, access)
                #expect(seen.attempt.score == 0.5)
                #expect(seen.attempt.responses.byQuestion.isEmpty && seen.questions.isEmpty && seen.results == nil)
            }
        }
    }

    @Test func `what is locked, no quiz, or not there cannot be opened`() async throws {
        var draft = CourseDraft.sample()
        draft.modules[0].steps[2].requires = ["reasons"]
        let company = try await SmallCompany(draft: draft)
        let access = Access.token(company.rep.token)
        for (activity, occurrence, code) in [
            ("check", 1, "locked"), ("reasons", 1, "not-a-quiz"), ("gone", 1, "unknown-activity"),
            ("check", 2, "no-such-occurrence"),
        ] {
            await #expect {
                _ = try await company.campus.openAttempt(
                    at: activity, occurrence: occurrence, in: company.enrollment, access)
            } throws: { ($0 as? Refusal)?.code == code }
        }
        _ = try await company.send(.made(.completed, "reasons", in: company.enrollment), as: company.rep)
        #expect(try await company.campus.openAttempt(at: "check", in: company.enrollment, access).isNew)
    }

    @Test func `when the event cannot be written the attempt is not submitted`() async throws {
        let company = try await SmallCompany()
        let sheet = try await open(company)
        try await company.campus.database.write { try RefusingTrigger("INSERT", on: "event").set($0) }
        let access = Access.token(company.rep.token)
        await #expect(throws: Refusal.self) { try await company.campus.submitAttempt(sheet.attempt.id, access) }
        #expect(try await company.campus.attempt(sheet.attempt.id, access).attempt.submittedAt == nil)
    }
}
