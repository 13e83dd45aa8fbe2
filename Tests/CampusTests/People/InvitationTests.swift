import Learning
import TestKit
import Testing

@testable import Campus

@Suite struct InvitationTests {
    private static let password = "correct horse battery"

    private func redeem(
        _ test: TestCampus, _ secret: String, password: String? = Self.password, name: String? = nil,
        email: String? = nil
    ) async throws -> SignedIn {
        try await test.campus.redeem(secret: secret, password: password, name: name, email: email)
    }

    private func secret(_ url: String) throws -> String { String(try #require(url.split(separator: "/").last)) }

    @Test(arguments: Backend.allCases)
    func `a link is used once, and what it replaced is over`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (mia, old) = try await test.person("Mia")
        let first = try await test.campus.invite(mia.id, .invite, .operator)
        let second = try await test.campus.invite(mia.id, .reset, .operator)
        await #expect { _ = try await redeem(test, first.secret) } throws: { ($0 as? Refusal)?.code == "link-over" }
        let begun = try await redeem(test, second.secret)
        #expect(begun.person.id == mia.id)
        #expect(try await test.campus.currentSession(.token(begun.secret)).person.id == mia.id)
        await #expect { _ = try await redeem(test, second.secret) } throws: { ($0 as? Refusal)?.kind == .gone }
        await #expect { _ = try await test.campus.currentSession(.token(old)) } throws: {
            ($0 as? Refusal)?.code == "token-dead"
        }
    }

    @Test(arguments: [(Invitation.Purpose.invite, 7 as Int64), (.reset, 1)])
    func `a link ends by itself`(purpose: Invitation.Purpose, days: Int64) async throws {
        let test = try await TestCampus()
        let mia = try await test.person("Mia").person
        let made = try await test.campus.invite(mia.id, purpose, .operator)
        test.clock.advance(seconds: days * 86_400)
        await #expect { _ = try await redeem(test, made.secret) } throws: { ($0 as? Refusal)?.kind == .gone }
    }

    @Test func `a link used twice at once signs one in`() async throws {
        let test = try await TestCampus(.sqliteFile)
        let mia = try await test.person("Mia").person
        let made = try await test.campus.invite(mia.id, .invite, .operator)
        let won = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { (try? await self.redeem(test, made.secret)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(won == 1)
    }

    @Test func `a new password opens an account that guessing had closed`() async throws {
        let test = try await TestCampus()
        let mia = try await test.person("Mia").person
        try await test.setPassword("forgotten long ago", of: mia, email: "mia@example.com")
        for _ in 0..<SignInThrottle.account.free {
            _ = try? await test.campus.signIn(login: "mia@example.com", password: "is it this one?", address: "a")
        }
        let made = try await test.campus.invite(mia.id, .reset, .operator)
        _ = try await redeem(test, made.secret)
        _ = try await test.campus.signIn(login: "mia@example.com", password: Self.password, address: "a")
    }

    @Test(arguments: Backend.allCases)
    func `the first link makes an admin, each start replaces it, and then there is none`(backend: Backend) async throws
    {
        let test = try await TestCampus(backend)
        let first = try secret(try #require(try await test.campus.setUpLink()))
        let url = try #require(try await test.campus.setUpLink())
        #expect(url.hasPrefix("http://127.0.0.1:8080/#/setup/"))
        await #expect { _ = try await redeem(test, first, name: "Ada", email: "ada@example.com") } throws: {
            ($0 as? Refusal)?.kind == .gone
        }
        let begun = try await redeem(test, try secret(url), name: "Ada", email: "ada@example.com")
        #expect(begun.person.roles.contains(.admin))
        #expect(try await test.campus.setUpLink() == nil)
        _ = try await test.campus.signIn(login: "ADA@example.com", password: Self.password, address: "a")
    }

    static let incomplete: [(name: String?, email: String?, pointer: String)] = [
        (nil, "ada@example.com", "/name"), ("Ada", nil, "/email"), ("Ada", "ada", "/email"),
    ]

    @Test(arguments: incomplete)
    func `the first admin says who they are`(name: String?, email: String?, pointer: String) async throws {
        let test = try await TestCampus()
        let link = try secret(try #require(try await test.campus.setUpLink()))
        await #expect { _ = try await redeem(test, link, name: name, email: email) } throws: {
            ($0 as? Refusal)?.details.map(\.pointer) == [pointer]
        }
        _ = try await redeem(test, link, name: "Ada", email: "ada@example.com")
    }

    @Test func `as long as no admin can sign in there is a set-up link, whoever else is here`() async throws {
        let test = try await TestCampus()
        let mia = try await test.person("Mia").person
        try await test.setPassword(Self.password, of: mia, email: "mia@example.com")
        try await test.person("Ada", roles: [.admin])
        let link = try secret(try #require(try await test.campus.setUpLink()))
        await #expect { _ = try await redeem(test, link, name: "Eve", email: "mia@example.com") } throws: {
            ($0 as? Refusal)?.code == "taken"
        }
        _ = try await redeem(test, link, name: "Eve", email: "eve@example.com")
        #expect(try await test.campus.setUpLink() == nil)
    }

    @Test func `a set-up link is over once an admin can sign in`() async throws {
        let test = try await TestCampus()
        let link = try secret(try #require(try await test.campus.setUpLink()))
        let ada = try await test.person("Ada", roles: [.admin]).person
        try await test.setPassword(Self.password, of: ada, email: "ada@example.com")
        await #expect { _ = try await redeem(test, link, name: "Eve", email: "eve@example.com") } throws: {
            ($0 as? Refusal)?.kind == .gone
        }
    }

    @Test func `a link to choose a password needs one, and is not used up without`() async throws {
        let test = try await TestCampus()
        let mia = try await test.person("Mia").person
        let made = try await test.campus.invite(mia.id, .invite, .operator)
        await #expect { _ = try await redeem(test, made.secret, password: nil) } throws: {
            ($0 as? Refusal)?.details.map(\.pointer) == ["/password"]
        }
        _ = try await redeem(test, made.secret)
    }

    @Test(arguments: [Invitation.Purpose.setup, .tour])
    func `what only the command line makes is not handed out`(purpose: Invitation.Purpose) async throws {
        let test = try await TestCampus()
        let mia = try await test.person("Mia").person
        await #expect { _ = try await test.campus.invite(mia.id, purpose, .operator) } throws: {
            ($0 as? Refusal)?.details.map(\.pointer) == ["/purpose"]
        }
    }

    @Test(arguments: [Invitation.Purpose.invite, .reset])
    func `a password chosen by a link ends every token that there was`(purpose: Invitation.Purpose) async throws {
        let test = try await TestCampus()
        let (mia, token) = try await test.person("Mia")
        let script = try await test.campus.makeToken(name: "script", scope: .all, days: 9, .token(token)).secret
        let begun = try await redeem(test, try await test.campus.invite(mia.id, purpose, .operator).secret)
        for dead in [token, script] {
            await #expect { _ = try await test.campus.currentSession(.token(dead)) } throws: {
                ($0 as? Refusal)?.code == "token-dead"
            }
        }
        _ = try await test.campus.currentSession(.token(begun.secret))
    }
}
