import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

@Suite struct SessionsTests {
    private static let password = "correct horse battery"

    @Test func `a person signs in, is known, and signs out`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let boss = try await test.person("Bo", roles: [.learner, .trainer]).person
        try await test.person("Mia", manager: boss)
        try await test.setPassword(Self.password, of: boss, email: "bo@example.com")
        let begun = try await client.send(
            .post, "/v1/sessions", json: ["login": "BO@example.com", "password": .string(Self.password)])
        #expect(begun.status == .created)
        #expect(begun.headers[.cacheControl] == "no-store")
        #expect(begun.json["person"]["id"] == .string(boss.id.description))
        let token = try #require(begun.json["token"].text)
        let current = try await client.send(.get, "/v1/sessions/current", token: token)
        #expect(current.json["roles"] == ["learner", "trainer"])
        #expect(current.json["has_reports"] == true)
        #expect(try await client.send(.delete, "/v1/sessions/current", token: token).status == .noContent)
        let dead = try await client.send(.get, "/v1/sessions/current", token: token)
        #expect(dead.status == .unauthorized)
        #expect(dead.headers[.wwwAuthenticate] == "Bearer")
    }

    @Test func `too many wrong passwords say when to come back`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let body: JSONValue = ["login": "who@example.com", "password": "wrong wrong wrong"]
        for _ in 0..<5 {
            let wrong = try await client.send(.post, "/v1/sessions", json: body)
            #expect(wrong.status == .unauthorized)
            #expect(wrong.json["code"] == "wrong-credentials")
        }
        let slowed = try await client.send(.post, "/v1/sessions", json: body)
        #expect(slowed.status == .tooManyRequests)
        #expect(slowed.headers[.retryAfter] == "15")
    }

    @Test func `a personal token is shown once, lists without its secret, and dies when it is revoked`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let token = try await test.person("Mia").token
        let made = try await client.send(
            .post, "/v1/tokens", token: token, json: ["name": "my script", "scope": "read", "days": 30])
        #expect(made.status == .created)
        let secret = try #require(made.json["token"].text)
        let listed = try await client.send(.get, "/v1/tokens", token: secret)
        #expect(Set(listed.json["data"].items.compactMap { $0["name"].text }) == ["test", "my script"])
        #expect(!listed.text.contains(secret) && listed.json["data"].items.allSatisfy { $0["token"] == .null })
        let lesser = try await client.send(
            .post, "/v1/tokens", token: secret, json: ["name": "more", "scope": "all", "days": 30])
        #expect(lesser.status == .forbidden)
        #expect(lesser.json["code"] == "read-only-token")
        let id = try #require(made.json["id"].text)
        #expect(try await client.send(.delete, "/v1/tokens/\(id)", token: token).status == .noContent)
        #expect(try await client.send(.get, "/v1/tokens", token: secret).status == .unauthorized)
    }
}
