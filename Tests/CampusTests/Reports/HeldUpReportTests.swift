import Campus
import Learning
import TestKit
import Testing

@Suite struct HeldUpReportTests {
    @Test(arguments: Backend.allCases)
    func `a manager sees who of their own people is held up, and nobody else does`(backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        let low = try await company.test.person("Low", manager: company.peer.person)
        _ = try await company.test.enroll(company.peer.person, in: company.course)
        _ = try await company.test.enroll(low.person, in: company.course)
        #expect(try await company.campus.heldUp(.token(company.manager.token)).isEmpty)
        company.test.clock.advance(seconds: 40 * 86_400)
        let rows = try await company.campus.heldUp(.token(company.manager.token))
        #expect(rows.map(\.enrollment.personName) == ["Paul", "Rita"])
        #expect(rows.allSatisfy { $0.heldUp.days > 0 && $0.heldUp.item.isOverdue })
        #expect(try await company.campus.heldUp(.token(company.peer.token)).map(\.enrollment.personName) == ["Low"])
        for somebody in [company.rep, company.trainer, company.stranger] {
            await #expect(throws: Refusal.self) { try await company.campus.heldUp(.token(somebody.token)) }
        }
    }
}
