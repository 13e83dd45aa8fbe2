import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

@Suite struct AnswerRouteTests {
    @Test func `an answer is published, read, changed and retired`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let trainer = try await test.person("Tia", roles: [.trainer]).token
        let made = try await client.send(
            .post, "/v1/answers", token: trainer,
            json: [
                "question": "What now?", "also": ["And now?"], "text": "**Wait.**", "tags": ["b", "a"],
                "verify_by": "2026-12-31", "language": "en-US",
            ])
        #expect(made.status == .created)
        let location = try #require(made.headers[.location])
        let shown = try await client.send(.get, location, token: trainer)
        #expect(shown.json == made.json)
        #expect(shown.headers[.eTag] == "\"1\"")
        #expect(shown.json["html"] == "<p><strong>Wait.</strong></p>\n")
        #expect(shown.json["tags"] == ["a", "b"])
        #expect(shown.json["verify_by"] == "2026-12-31")
        #expect(shown.json["course_id"] == .null)
        let change: JSONValue = ["text": "Go.", "also": [], "owner_id": .null, "state": "retired"]
        let bare = try await client.send(.patch, location, token: trainer, json: change)
        #expect(bare.status == .preconditionRequired)
        let changed = try await client.send(
            .patch, location, token: trainer, json: change, headers: [.ifMatch: "\"1\""])
        #expect(changed.status == .ok)
        #expect(changed.headers[.eTag] == "\"2\"")
        #expect(changed.json["owner_id"] == .null)
        #expect(changed.json["question"] == "What now?")
        #expect(changed.json["also"] == [])
        let stale = try await client.send(
            .patch, location, token: trainer, json: change, headers: [.ifMatch: "\"1\""])
        #expect(stale.status == .preconditionFailed)
        let learner = try await test.person("Lea").token
        #expect(try await client.send(.get, location, token: learner).status == .notFound)
    }

    @Test(
        arguments: [
            (["text": "T"], "/question required"), (["question": 7, "text": "T"], "/question wrong-type"),
            (["question": "Q", "text": " "], "/text empty"),
            (["question": "Q", "text": "T", "x": 1], "/x unknown-field"),
            (["question": "Q", "text": "T", "tags": "a"], "/tags wrong-type"),
            (["question": "Q", "text": "T", "tags": [1]], "/tags/0 wrong-type"),
            (["question": "Q", "text": "T", "verify_by": "2026-02-30"], "/verify_by bad-date"),
            (["question": "Q", "text": "T", "owner_id": "crs_1"], "/owner_id bad-id"),
            (["question": "Q", "text": "T", "also": [""]], nil),
        ] as [(JSONValue, String?)])
    func `a field that is wrong is named`(body: JSONValue, problem: String?) async throws {
        let test = try await TestCampus()
        let answer = try await Client(test).send(
            .post, "/v1/answers", token: try await test.person("Tia", roles: [.trainer]).token, json: body)
        let error = answer.json["errors"][0]
        #expect(answer.status == (problem == nil ? .created : .unprocessableContent))
        #expect(error["pointer"].text.map { "\($0) \(error["code"].text ?? "")" } == problem)
    }

    @Test func `bytes that are not UTF-8 are refused`() async throws {
        let test = try await TestCampus()
        let answer = try await Client(test).send(
            .post, "/v1/answers", token: try await test.person("Tia", roles: [.trainer]).token,
            body: Data([0x7B, 0x22, 0xFF, 0x22, 0x7D]))
        #expect(answer.json["code"] == "bad-utf8")
    }

    @Test func `a learner reads and does not write`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let learner = try await test.person("Lea").token
        let made = try await client.send(
            .post, "/v1/answers", token: learner, json: ["question": "Q?", "text": "T"])
        #expect(made.status == .forbidden)
    }
}
