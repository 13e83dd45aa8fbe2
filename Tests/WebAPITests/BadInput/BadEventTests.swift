import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

/// Events that are wrong: each is refused for itself and says why, and its neighbors are recorded.
@Suite struct BadEventTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: String
        let pointer: String
        /// What is changed of an event that is good.
        let spoil: @Sendable (inout [String: JSONValue]) -> Void

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "from the future", code: "in-the-future", pointer: "/occurred_at") {
            $0["occurred_at"] = "2026-03-02T09:05:01Z"
        },
        Case(name: "of a verb that is not the caller's", code: "verb-not-yours", pointer: "/verb") {
            $0["activity"] = "one-on-one"
            $0["verb"] = "held"
        },
        Case(name: "of an activity that the version lacks", code: "unknown-activity", pointer: "/activity") {
            $0["activity"] = "gone"
        },
        Case(name: "with a known id and other content", code: "id-taken", pointer: "/id") {
            $0["id"] = .string(known)
            $0["verb"] = "opened"
        },
    ]

    private static let known = "018f0000-0000-7000-8000-000000000001"

    @Test(arguments: cases)
    func `an event that is wrong is refused alone`(sample: Case) async throws {
        let stage = try await Stage()
        let learner = stage.member(.learner)
        let course = try await stage.test.publish(.sample()).course
        let enrollment = try await stage.test.enroll(learner.person, in: course)
        let good: [String: JSONValue] = [
            "id": .string(Self.known), "enrollment_id": .string("\(enrollment)"), "activity": "reasons",
            "verb": "completed", "occurred_at": "2026-03-02T09:00:00Z",
        ]
        var bad = good
        bad["id"] = "018f0000-0000-7000-8000-000000000002"
        sample.spoil(&bad)
        var other = good
        other["id"] = "018f0000-0000-7000-8000-000000000003"
        other["verb"] = "opened"
        let answer = try await stage.client.send(
            .post, "/v1/events", token: learner.token,
            json: ["events": [.object(good), .object(bad), .object(other)]])
        #expect(answer.status == .ok, "\(answer.text)")
        #expect(answer.json["results"].items.map { $0["result"] } == ["recorded", "refused", "recorded"])
        let error = answer.json["results"][1]["error"]
        #expect(error["code"] == .string(sample.code))
        #expect(error["pointer"] == .string("/events/1\(sample.pointer)"))
        #expect(error["message"].text?.isEmpty == false)
        let kept = try await stage.client.send(
            .get, "/v1/enrollments/\(enrollment)/events", token: learner.token)
        #expect(kept.json["data"].items.map { $0["verb"] } == ["completed", "opened"])
        // What was refused stays refused, what was recorded is a repeat.
        let again = try await stage.client.send(
            .post, "/v1/events", token: learner.token, json: ["events": [.object(good), .object(bad)]])
        #expect(again.json["results"].items.map { $0["result"] } == ["repeated", "refused"])
    }
}
