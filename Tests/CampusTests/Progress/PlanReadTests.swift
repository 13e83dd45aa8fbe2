import Campus
import Foundation
import Learning
import TestKit
import Testing

@Suite struct PlanReadTests {
    @Test func `a plan is made for the day that it is where the learner is`() async throws {
        let company = try await SmallCompany()
        let access = Access.token(company.rep.token)
        var read = try await company.campus.plan(of: company.enrollment, access)
        #expect(read.why?.html.contains("<strong>no decision</strong>") == true)
        #expect(read.plan.next.map(\.step.key) == ["kickoff", "reasons", "check"])
        #expect(read.texts["reasons"] == nil && read.texts["calls"] != nil)
        #expect(read.plan.modules[1].items[1].dueOn == CivilDate("2026-03-10"))
        company.test.clock.advance(seconds: 3 * 86_400)
        read = try await company.campus.plan(of: company.enrollment, access)
        #expect(read.plan.modules[0].items.map(\.isOverdue) == [true, true, false])
    }

    @Test func `what is recorded shows at once, with what is still missing and who can meet it`() async throws {
        let company = try await SmallCompany()
        _ = try await company.send(
            .made(.submitted, "calls", in: company.enrollment, data: EventData(text: "They said why.")),
            .made(.pledged, "mine", in: company.enrollment, data: EventData(text: "I ask.")), as: company.rep)
        let read = try await company.campus.plan(of: company.enrollment, .token(company.manager.token))
        let calls = read.plan.modules[1].items[1]
        #expect(calls.status == .waiting)
        #expect(calls.unmet.map(\.by) == [.manager])
        #expect(read.plan.buyIn.map(\.commitment) == [.pledged])
        #expect(read.plan.buyIn.map(\.action) == [.tried])
    }

    @Test func `a plan is nobody's who may not see the enrollment`() async throws {
        let company = try await SmallCompany()
        await #expect(throws: Refusal.missing("enrollment")) {
            try await company.campus.plan(of: company.enrollment, .token(company.peer.token))
        }
        #expect(try await company.campus.plans(.token(company.peer.token)).isEmpty)
        #expect(try await company.campus.plans(.token(company.rep.token)).count == 1)
    }
}
