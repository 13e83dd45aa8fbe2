import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import Campus
@testable import WebAPI

extension Scenario {
    static let progress = enrollments + events + plans + attempts

    private static let enrollments = [
        Scenario("a manager enrolls their team", .post, "/v1/enrollments", as: .manager, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(
                json: [
                    "team": .string("\(stage.member(.manager).id)"), "course_id": .string("\(made.course)"),
                    "starts_on": "2026-03-09", "time_zone": "Europe/Berlin",
                ])
        } check: { answer, _ in
            #expect(answer.json["results"].items.count == 3)
            #expect(answer.json["results"].items.allSatisfy { $0["result"] == "created" })
        },
        Scenario("a row that cannot be says why", .post, "/v1/enrollments", as: .manager, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(
                json: [
                    "people": [.string("\(stage.deep.id)"), .string("\(stage.stranger.id)")],
                    "course_id": .string("\(made.course)"),
                ])
        } check: { answer, _ in
            #expect(answer.json["results"].items.map { $0["result"] } == ["created", "refused"])
            #expect(answer.json["results"][1]["error"]["code"] == "not-found")
        },
        Scenario("people by number and by id", .post, "/v1/enrollments", as: .admin, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            let learner = stage.member(.learner).id
            try await stage.test.campus.database.write { connection in
                _ = try connection.execute("UPDATE person SET external_id = '0042' WHERE id = \(learner)")
            }
            return Request(
                json: [
                    "people": ["0042", .string("\(stage.deep.id)"), "4711"], "course_id": .string("\(made.course)"),
                ])
        } check: { answer, stage in
            let rows = answer.json["results"].items
            #expect(rows.map { $0["result"] } == ["created", "created", "refused"])
            #expect(rows.map { $0["given"] } == ["0042", .string("\(stage.deep.id)"), "4711"])
            #expect(rows[0]["person_id"] == .string("\(stage.member(.learner).id)"))
            #expect(rows[2]["person_id"] == .null)
        },
        Scenario("people and a team at once", .post, "/v1/enrollments", as: .admin, status: 422, code: "required") {
            stage in
            Request(
                json: [
                    "people": [], "team": .string("\(stage.member(.manager).id)"),
                    "course_id": "crs_018f0000-0000-7000-8000-000000000000",
                ])
        },
        Scenario("a day that no month has", .post, "/v1/enrollments", as: .admin, status: 422, code: "bad-date") { _ in
            Request(
                json: [
                    "people": [], "course_id": "crs_018f0000-0000-7000-8000-000000000000", "starts_on": "2026-02-30",
                ])
        },
        Scenario("a manager lists enrollments", .get, "/v1/enrollments", as: .manager, status: 200) { stage in
            _ = try await enrolled(stage, .learner)
            return Request(path: "/v1/enrollments?team=\(stage.member(.manager).id)")
        } check: { answer, _ in
            #expect(answer.json["data"][0]["person_name"] == "Lea Learner")
            #expect(answer.json["data"][0]["fraction"] == 0)
        },
        Scenario("a learner looks at their enrollment", .get, "/v1/enrollments/{id}", as: .learner, status: 200) {
            stage in
            Request(path: "/v1/enrollments/\(try await enrolled(stage, .learner))")
        },
    ]

    private static let events = [
        Scenario("events are recorded, each for itself", .post, "/v1/events", as: .learner, status: 200) { stage in
            let enrollment = try await enrolled(stage, .learner)
            let id = UUIDv7.make()
            return Request(
                json: [
                    "events": [
                        event("completed", "reasons", in: enrollment, id: id),
                        event("completed", "reasons", in: enrollment, id: id),
                        event("held", "one-on-one", in: enrollment),
                        event("answered", "pulse", in: enrollment, data: ["scores": ["belief": 9]]),
                    ]
                ])
        } check: { answer, _ in
            #expect(
                answer.json["results"].items.map { $0["result"] } == ["recorded", "repeated", "refused", "refused"])
            #expect(answer.json["results"][2]["error"]["code"] == "verb-not-yours")
            #expect(answer.json["results"][3]["error"]["pointer"] == "/events/3/data/scores/belief")
        },
        Scenario("an event without a verb", .post, "/v1/events", as: .learner, status: 422, code: "required") { _ in
            Request(
                json: [
                    "events": [
                        [
                            "id": "018f0000-0000-7000-8000-000000000000", "activity": "a",
                            "enrollment_id": "enr_018f0000-0000-7000-8000-000000000000",
                            "occurred_at": "2026-03-02T09:00:00Z",
                        ]
                    ]
                ])
        } check: { answer, _ in
            #expect(answer.json["errors"][0]["pointer"] == "/events/0/verb")
        },
        Scenario("an unknown field of data", .post, "/v1/events", as: .learner, status: 422, code: "unknown-field") {
            stage in
            let enrollment = try await enrolled(stage, .learner)
            return Request(json: ["events": [event("opened", "reasons", in: enrollment, data: ["grade": 1])]])
        } check: { answer, _ in
            #expect(answer.json["errors"][0]["pointer"] == "/events/0/data/grade")
        },
        Scenario("too many events at once", .post, "/v1/events", as: .learner, status: 422, code: "too-many") { _ in
            Request(json: ["events": .array(Array(repeating: [:], count: 101))])
        },
        Scenario("no events at all", .post, "/v1/events", as: .learner, status: 200) { _ in
            Request(json: ["events": []])
        } check: { answer, _ in
            #expect(answer.json == ["results": []])
        },
        Scenario("a manager reads events", .get, "/v1/enrollments/{id}/events", as: .manager, status: 200) { stage in
            let enrollment = try await enrolled(stage, .learner)
            let access = Access.token(stage.member(.learner).token)
            let draft = EventDraft.made(
                .pledged, "mine", in: enrollment, id: "00000000-0000-7000-8000-000000000000",
                data: EventData(text: "I ask."))
            _ = try await stage.test.campus.record(
                [draft, .made(.answered, "pulse", in: enrollment, data: EventData(scores: ["belief": 2]))], access)
            return Request(path: "/v1/enrollments/\(enrollment)/events?limit=1")
        } check: { answer, stage in
            #expect(answer.json["data"][0]["data"] == ["text": "I ask."])
            #expect(answer.json["has_more"] == true)
            let id = answer.json["data"][0]["enrollment_id"].text ?? ""
            let next = try #require(answer.json["next"].text)
            let rest = try await stage.client.send(
                .get, "/v1/enrollments/\(id)/events?cursor=\(next)", token: stage.member(.manager).token)
            #expect(rest.json["data"].items.map { $0["verb"] } == ["answered"])
            #expect(rest.json["data"][0]["data"] == [:])
        },
        Scenario("a learner reads progress", .get, "/v1/progress", as: .learner, status: 200) { stage in
            let enrollment = try await enrolled(stage, .learner)
            let access = Access.token(stage.member(.learner).token)
            _ = try await stage.test.campus.record([.made(.completed, "reasons", in: enrollment)], access)
            return Request(path: "/v1/progress?enrollment=\(enrollment)")
        } check: { answer, _ in
            #expect(answer.json["rows"][0]["status"] == "done")
            #expect(answer.json["rows"][0]["completed_at"] == "2026-03-02T09:00:00.000Z")
        },
        Scenario("progress of nothing", .get, "/v1/progress", as: .learner, status: 422, code: "required"),
    ]

    private static let plans = [
        Scenario("a learner reads their plan", .get, "/v1/enrollments/{id}/plan", as: .learner, status: 200) { stage in
            Request(path: "/v1/enrollments/\(try await enrolled(stage, .learner))/plan")
        } check: { answer, _ in
            #expect(answer.json["next"] == ["kickoff", "reasons", "check"])
            #expect(answer.json["modules"].items.map { $0["items"].items.count } == [3, 3, 8])
            #expect(answer.json["buy_in"][0]["commitment"] == "none")
            #expect(!answer.text.contains("It hurts"), "what a quiz asks comes with its attempt")
        },
        Scenario("a learner asks what is next", .get, "/v1/plan", as: .learner, status: 200) { stage in
            _ = try await enrolled(stage, .learner)
            _ = try await enrolled(stage, .learner, in: "another")
            return Request()
        } check: { answer, _ in
            #expect(
                answer.json["items"].items.map { $0["activity"] }
                    == ["kickoff", "kickoff", "reasons", "reasons", "check", "check"])
            #expect(answer.json["items"][0]["course_title"] == "Ask before you pitch")
        },
    ]

    private static let attempts = [
        Scenario("a learner opens an attempt", .post, "/v1/attempts", as: .learner, status: 201) { stage in
            let enrollment = try await enrolled(stage, .learner)
            return Request(json: ["enrollment_id": .string("\(enrollment)"), "activity": "check"])
        } check: { answer, _ in
            holdsNoKeys(answer)
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["questions"].items.count == 2)
        },
        Scenario("what is open is given back", .post, "/v1/attempts", as: .learner, status: 200) { stage in
            let attempt = try await opened(stage)
            return Request(json: ["enrollment_id": .string("\(attempt.enrollmentID)"), "activity": "check"])
        } check: { answer, _ in
            holdsNoKeys(answer)
        },
        Scenario("a lesson has no attempts", .post, "/v1/attempts", as: .learner, status: 422, code: "not-a-quiz") {
            stage in
            let enrollment = try await enrolled(stage, .learner)
            return Request(json: ["enrollment_id": .string("\(enrollment)"), "activity": "reasons"])
        },
        Scenario("a learner answers", .patch, "/v1/attempts/{id}", as: .learner, status: 200) { stage in
            Request(
                path: "/v1/attempts/\(try await opened(stage).id)", json: ["responses": ["q1": ["1"], "q2": ["x"]]],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            holdsNoKeys(answer)
            #expect(answer.json["responses"] == ["q1": ["1"], "q2": ["x"]])
            #expect(answer.headers[.eTag] == "\"2\"")
        },
        Scenario(
            "a stale answer", .patch, "/v1/attempts/{id}", as: .learner, status: 412, code: "stale"
        ) { stage in
            Request(
                path: "/v1/attempts/\(try await opened(stage).id)", json: ["responses": ["q1": ["1"]]],
                headers: [.ifMatch: "\"7\""])
        },
        Scenario(
            "an answer that says nothing of what it changes", .patch, "/v1/attempts/{id}", as: .learner, status: 428,
            code: "if-match-required"
        ) { stage in
            Request(path: "/v1/attempts/\(try await opened(stage).id)", json: ["responses": ["q1": ["1"]]])
        },
        Scenario(
            "an answer of another shape", .patch, "/v1/attempts/{id}", as: .learner, status: 422, code: "wrong-type"
        ) { stage in
            Request(
                path: "/v1/attempts/\(try await opened(stage).id)", json: ["responses": ["q1": "1"]],
                headers: [.ifMatch: "\"1\""])
        },
        Scenario(
            "a learner submits, and hears what belongs to what they chose", .post, "/v1/attempts/{id}/submission",
            as: .learner, status: 201
        ) { stage in
            let attempt = try await opened(stage)
            let access = Access.token(stage.member(.learner).token)
            let wrong = try await stage.test.campus.attempt(attempt.id, access).key(of: "It has tabs")
            _ = try await stage.test.campus.answer(
                ["q1": wrong, "q2": ["reasons"]], in: attempt.id, revision: 1, access)
            return Request(path: "/v1/attempts/\(attempt.id)/submission")
        } check: { answer, _ in
            #expect(answer.json["score"] == .number(0.5))
            #expect(answer.json["results"].items.map { $0["correct"] } == [false, true])
        },
        Scenario(
            "a learner submits with the last answers, and those kept before stay", .post,
            "/v1/attempts/{id}/submission", as: .learner, status: 201
        ) { stage in
            let attempt = try await opened(stage)
            let access = Access.token(stage.member(.learner).token)
            let right = try await stage.test.campus.attempt(attempt.id, access).key(of: "It hurts")
            _ = try await stage.test.campus.answer(["q1": right], in: attempt.id, revision: 1, access)
            return Request(
                path: "/v1/attempts/\(attempt.id)/submission", json: ["responses": ["q2": ["reasons"]]])
        } check: { answer, _ in
            #expect(answer.json["score"] == 1)
            #expect(answer.headers[.eTag] == "\"4\"")
        },
        Scenario("a learner looks at their attempt", .get, "/v1/attempts/{id}", as: .learner, status: 200) { stage in
            Request(path: "/v1/attempts/\(try await opened(stage).id)")
        } check: { answer, _ in
            holdsNoKeys(answer)
        },
        Scenario("a manager lists attempts", .get, "/v1/attempts", as: .manager, status: 200) { stage in
            let attempt = try await opened(stage)
            return Request(path: "/v1/attempts?enrollment=\(attempt.enrollmentID)&activity=check")
        } check: { answer, _ in
            #expect(answer.json["data"][0]["number"] == 1)
            #expect(answer.json["data"][0]["questions"] == [])
        },
    ]

    /// What is right, and what is said of it, is not in the answer: neither by name nor by value.
    private static func holdsNoKeys(_ answer: Client.Answer) {
        for word in ["correct", "accepted", "reasons", "feedback", "hint", "weight"] {
            #expect(!answer.text.contains(word), "\(word) in \(answer.text)")
        }
    }

    private static func enrolled(
        _ stage: Stage, _ actor: Stage.Actor, in key: String = "ask-first"
    ) async throws -> Identifier<Enrollment> {
        let made = try await stage.test.publish(.sample(key: key))
        return try await stage.test.enroll(stage.member(actor).person, in: made.course)
    }

    private static func opened(_ stage: Stage) async throws -> Attempt {
        let enrollment = try await enrolled(stage, .learner)
        let access = Access.token(stage.member(.learner).token)
        return try await stage.test.campus.openAttempt(at: "check", in: enrollment, access).sheet.attempt
    }

    private static func event(
        _ verb: String, _ activity: String, in enrollment: Identifier<Enrollment>, id: String = UUIDv7.make(),
        data: JSONValue = [:]
    ) -> JSONValue {
        [
            "id": .string(id), "enrollment_id": .string("\(enrollment)"), "activity": .string(activity),
            "verb": .string(verb), "data": data, "occurred_at": "2026-03-02T09:00:00Z",
        ]
    }
}
