import Campus
import Foundation
import Learning
import TestKit
import Testing

@Suite struct TourLinkTests {
    private func loaded(_ test: TestCampus) async throws {
        let organization = try SmallOrganization()
        _ = try await test.campus.loadStarter(from: organization.url, courses: organization.courses)
    }

    private func redeem(_ link: TourLink, _ test: TestCampus, password: String? = nil) async throws -> SignedIn {
        let secret = String(try #require(link.url.split(separator: "/").last))
        return try await test.campus.redeem(secret: secret, password: password, name: nil, email: nil)
    }

    @Test func `each role has a link that signs in once, and sets no password`() async throws {
        let test = try await TestCampus()
        try await loaded(test)
        let links = try await test.campus.tourLinks()
        #expect(links.map(\.role) == ["rep", "trainer", "manager", "leader"])
        for link in links {
            #expect(link.url.hasPrefix("http://127.0.0.1:8080/#/try/"))
            await #expect { _ = try await redeem(link, test, password: "a long password") } throws: {
                ($0 as? Refusal)?.details.map(\.pointer) == ["/password"]
            }
            let begun = try await redeem(link, test)
            #expect(try await test.campus.currentSession(.token(begun.secret)).person.id == link.person.id)
            await #expect { _ = try await redeem(link, test) } throws: { ($0 as? Refusal)?.kind == .gone }
        }
        // Nobody can sign in who could not before.
        #expect(try await test.campus.starterRoles().allSatisfy(\.person.isNew))
    }

    @Test func `looking around ends no session of the person's own`() async throws {
        let test = try await TestCampus()
        try await loaded(test)
        let first = try await redeem(try #require(try await test.campus.tourLinks().first), test)
        _ = try await redeem(try #require(try await test.campus.tourLinks().first), test)
        #expect(try await test.campus.currentSession(.token(first.secret)).person.id == first.person.id)
    }

    @Test func `new links end those before, and a day ends them all`() async throws {
        let test = try await TestCampus()
        try await loaded(test)
        let first = try #require(try await test.campus.tourLinks().first)
        let second = try #require(try await test.campus.tourLinks().first)
        await #expect { _ = try await redeem(first, test) } throws: { ($0 as? Refusal)?.kind == .gone }
        test.clock.advance(seconds: 86_400)
        await #expect { _ = try await redeem(second, test) } throws: { ($0 as? Refusal)?.kind == .gone }
    }

    @Test func `nobody looks around as people who are real`() async throws {
        let test = try await TestCampus()
        try await test.person("Ada", roles: [.admin])
        await #expect { _ = try await test.campus.tourLinks() } throws: { ($0 as? Refusal)?.code == "no-starter" }
    }
}
