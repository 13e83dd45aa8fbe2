import Learning
import TestKit
import Testing

@testable import Campus

@Suite struct PasswordChangeTests {
    private static let old = "correct horse battery"
    private static let new = "another horse battery"

    @Test(arguments: Backend.allCases)
    func `a new password ends the other sessions and open links, not the one it came with`(backend: Backend)
        async throws
    {
        let test = try await TestCampus(backend)
        let (mia, token) = try await test.person("Mia")
        try await test.setPassword(Self.old, of: mia, email: "mia@example.com")
        let other = try await test.campus.signIn(login: "mia@example.com", password: Self.old, address: "a").secret
        let script = try await test.campus.makeToken(name: "script", scope: .read, days: 9, .token(token)).secret
        let invited = try await test.campus.invite(mia.id, .reset, .operator)
        try await test.campus.setPassword(Self.new, current: Self.old, of: mia.id, .token(token))
        _ = try await test.campus.currentSession(.token(token))
        _ = try await test.campus.currentSession(.token(script))
        await #expect { _ = try await test.campus.currentSession(.token(other)) } throws: {
            ($0 as? Refusal)?.code == "token-dead"
        }
        await #expect {
            _ = try await test.campus.redeem(secret: invited.secret, password: Self.old, name: nil, email: nil)
        } throws: {
            ($0 as? Refusal)?.kind == .gone
        }
        _ = try await test.campus.signIn(login: "mia@example.com", password: Self.new, address: "a")
    }

    @Test func `guessing at the present password is slowed down like signing in`() async throws {
        let test = try await TestCampus()
        let (mia, token) = try await test.person("Mia")
        try await test.setPassword(Self.old, of: mia, email: "mia@example.com")
        for _ in 0..<SignInThrottle.account.free {
            await #expect {
                try await test.campus.setPassword(Self.new, current: "wrong wrong", of: mia.id, .token(token))
            } throws: {
                ($0 as? Refusal)?.code == "wrong-password"
            }
        }
        await #expect {
            try await test.campus.setPassword(Self.new, current: Self.old, of: mia.id, .token(token))
        } throws: {
            ($0 as? Refusal)?.kind == .throttled
        }
    }

    @Test func `an admin sets another's without the present one, never their own`() async throws {
        let test = try await TestCampus()
        let (ada, token) = try await test.person("Ada", roles: [.admin])
        let (mia, own) = try await test.person("Mia")
        try await test.setPassword(Self.old, of: mia, email: "mia@example.com")
        let script = try await test.campus.makeToken(name: "script", scope: .all, days: 9, .token(own)).secret
        try await test.campus.setPassword(Self.new, current: nil, of: mia.id, .token(token))
        for dead in [own, script] {
            await #expect { _ = try await test.campus.currentSession(.token(dead)) } throws: {
                ($0 as? Refusal)?.code == "token-dead"
            }
        }
        _ = try await test.campus.signIn(login: "mia@example.com", password: Self.new, address: "a")
        await #expect {
            try await test.campus.setPassword(Self.new, current: nil, of: ada.id, .token(token))
        } throws: {
            ($0 as? Refusal)?.details.first?.pointer == "/current"
        }
    }
}
