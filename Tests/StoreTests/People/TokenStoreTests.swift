import Campus
import Learning
import Store
import TestKit
import Testing

@Suite struct TokenStoreTests {
    @Test(arguments: Backend.allCases)
    func `a live token speaks for its person with all their roles`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (boss, token) = try await test.person("Bo", roles: [.learner, .leader])
        try await test.person("Mia", manager: boss)
        let now = test.clock.now
        let caller = try await test.campus.database.read {
            try TokenStore.caller(hash: Secret.hash(token), now: now, $0)
        }
        #expect(caller == Caller(id: boss.id, roles: [.learner, .leader], hasReports: true))
        let later = now.advanced(bySeconds: 400 * 86_400)
        let over = try await test.campus.database.read {
            try TokenStore.caller(hash: Secret.hash(token), now: later, $0)
        }
        #expect(over == nil)
    }
}
