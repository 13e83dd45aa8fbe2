import Campus
import Learning
import TestKit
import Testing

@Suite struct WaitingForLinkTests {
    @Test(arguments: Backend.allCases)
    func `whoever never chose a password gets a new link, and what was handed out before is over`(
        backend: Backend
    ) async throws {
        let test = try await TestCampus(backend)
        let csv = "external_id,name,status\n1,Ann,\n2,Ben,\n3,Cem,left\n4,Dan,\n"
        let first = try await test.campus.takeRoster(csv: csv, isInviting: true, .operator)
        let ann = try #require(first[0].invitation)
        _ = try await test.campus.redeem(secret: ann.secret, password: "a long password", name: nil, email: nil)
        #expect(try await test.campus.waitingForLink(.operator) == 2)
        let made = try await test.campus.inviteWaiting(after: nil, limit: 100, at: "https://c.example.com", .operator)
        #expect(Set(made.map(\.person.name)) == ["Ben", "Dan"])
        #expect(made.allSatisfy { $0.made.url.hasPrefix("https://c.example.com/#/invitation/cmi_") })
        let stale = try #require(first[1].invitation)
        await #expect(throws: Refusal.self) {
            try await test.campus.redeem(secret: stale.secret, password: "a long password", name: nil, email: nil)
        }
        for one in made {
            _ = try await test.campus.redeem(
                secret: one.made.secret, password: "a long password", name: nil, email: nil)
        }
        #expect(try await test.campus.waitingForLink(.operator) == 0)
        #expect(try await test.campus.inviteWaiting(after: nil, limit: 100, .operator).isEmpty)
    }

    @Test func `many links are made in parts, each person once`() async throws {
        let test = try await TestCampus()
        let rows = (0..<130).map { "\($0),Person \($0)" }.joined(separator: "\n")
        _ = try await test.campus.takeRoster(csv: "external_id,name\n" + rows, .operator)
        let first = try await test.campus.inviteWaiting(after: nil, limit: 70, .operator)
        let rest = try await test.campus.inviteWaiting(after: first.last?.person.id, limit: 70, .operator)
        #expect(first.count == 70 && rest.count == 60)
        #expect(Set((first + rest).map(\.person.id)).count == 130)
    }

    @Test(arguments: [Role.learner, .trainer, .manager, .leader])
    func `admins alone make links`(role: Role) async throws {
        let test = try await TestCampus()
        let token = try await test.person("Kim", roles: [role]).token
        await #expect(throws: Refusal.self) { try await test.campus.waitingForLink(.token(token)) }
        await #expect(throws: Refusal.self) {
            try await test.campus.inviteWaiting(after: nil, limit: 1, .token(token))
        }
    }
}
