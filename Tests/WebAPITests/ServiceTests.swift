import TestKit
import Testing

@testable import WebAPI

@Suite struct ServiceTests {
    @Test func `the process says that it runs and the database that it answers`() async throws {
        let client = Client(try await TestCampus())
        #expect(try await client.send(.get, "/healthz").json == ["status": "ok"])
        #expect(
            try await client.send(.get, "/readyz").json
                == ["status": "ready", "search": "words", "search_problem": .null])
    }

    @Test func `an unknown address is a problem document with the request's id`() async throws {
        let client = Client(try await TestCampus())
        let answer = try await client.send(.get, "/v1/nothing")
        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.json["code"] == "no-such-address")
        #expect(answer.json["request_id"].text == answer.headers[.requestID])
    }

    @Test func `the page is served`() async throws {
        let client = Client(try await TestCampus())
        let answer = try await client.send(.get, "/")
        #expect(answer.status == .ok)
        #expect(answer.text.contains("<title>Cornerman</title>"))
    }
}
