import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import Campus
@testable import WebAPI

extension Scenario {
    static let initiatives = [
        Scenario("a leader makes one", .post, "/v1/initiatives", as: .leader, status: 201) { stage in
            Request(json: .object(try await stage.draft()))
        } check: { answer, stage in
            #expect(answer.headers[.location] == "/v1/initiatives/\(answer.json["id"].text ?? "")")
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["sponsor_id"] == .string("\(stage.member(.leader).id)"))
            #expect(answer.json["owner_id"] == answer.json["sponsor_id"])
            // The hour before that midnight comes twice: the day begins after the second.
            #expect(answer.json["starts_at"] == "2026-04-05T04:00:00.000Z")
            #expect(answer.json["why_html"].text?.contains("<strong>") == true)
            #expect(answer.json["is_led"] == true)
            #expect(answer.json["people"] == 0)
        },
        Scenario("a day that is over", .post, "/v1/initiatives", as: .leader, status: 422, code: "starts-in-the-past") {
            stage in
            Request(json: .object(try await stage.draft(["starts_on": "2026-03-01"])))
        },
        Scenario("one that is under way", .post, "/v1/initiatives", as: .leader, status: 201) { stage in
            Request(json: .object(try await stage.draft(["starts_on": "2025-12-01", "under_way": true])))
        },
        Scenario("a zone that is none", .post, "/v1/initiatives", as: .leader, status: 422, code: "bad-time-zone") {
            stage in
            Request(json: .object(try await stage.draft(["time_zone": "Europe/Atlantis"])))
        },
        Scenario("a day that no month has", .post, "/v1/initiatives", as: .leader, status: 422, code: "bad-date") {
            stage in
            Request(json: .object(try await stage.draft(["starts_on": "2026-02-30"])))
        },
        Scenario("no course", .post, "/v1/initiatives", as: .leader, status: 422, code: "empty") { stage in
            Request(json: .object(try await stage.draft(["courses": []])))
        },
        Scenario("those that one is in", .get, "/v1/initiatives", as: .learner, status: 200) { stage in
            _ = try await stage.initiative()
            _ = try await stage.initiative(with: stage.member(.learner))
            return Request(path: "/v1/initiatives?mine=true")
        } check: { answer, _ in
            #expect(answer.json["data"].items.count == 1)
            #expect(answer.json["data"][0]["is_in"] == true)
            #expect(answer.json["data"][0]["reply"] == .null)
        },
        Scenario("whoever is in it reads why", .get, "/v1/initiatives/{id}", as: .learner, status: 200) { stage in
            Request(path: "/v1/initiatives/\(try await stage.initiative(with: stage.member(.learner)))")
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["course_reasons"][0]["stop"].text?.contains("Opening with slides.") == true)
            #expect(answer.json["course_reasons"][0]["enrollment_id"] != .null)
            #expect(answer.json["people"] == .null)
            #expect(answer.json["is_led"] == false)
        },
        Scenario("its sponsor changes it", .patch, "/v1/initiatives/{id}", as: .leader, status: 200) { stage in
            Request(
                path: "/v1/initiatives/\(try await stage.initiative())", json: ["title": "Ask before you pitch"],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"2\"")
            #expect(answer.json["title"] == "Ask before you pitch")
        },
        Scenario("an old state is not changed", .patch, "/v1/initiatives/{id}", as: .leader, status: 412, code: "stale")
        {
            stage in
            Request(
                path: "/v1/initiatives/\(try await stage.initiative())", json: ["title": "Late"],
                headers: [.ifMatch: "\"7\""])
        },
        Scenario("people by number and by id", .post, "/v1/initiatives/{id}/people", as: .leader, status: 200) {
            stage in
            let learner = stage.member(.learner).id
            try await stage.test.campus.database.write { connection in
                _ = try connection.execute("UPDATE person SET external_id = '0042' WHERE id = \(learner)")
            }
            return Request(
                path: "/v1/initiatives/\(try await stage.initiative())/people",
                json: ["people": ["0042", .string("\(stage.deep.id)"), "4711"]])
        } check: { answer, stage in
            #expect(answer.json["added"] == 2)
            #expect(answer.json["refused"] == 1)
            #expect(answer.json["rows"][0]["person_id"] == .string("\(stage.member(.learner).id)"))
            // The leader is nobody's manager here: names are not theirs to know.
            #expect(answer.json["rows"][0]["name"] == .null)
            #expect(answer.json["rows"][0]["enrollments"][0]["result"] == "created")
            #expect(answer.json["rows"][2]["error"]["code"] == "not-found")
            #expect(answer.json["rows"][2]["error"]["pointer"] == "/people/2")
        },
        Scenario(
            "nobody and everybody", .post, "/v1/initiatives/{id}/people", as: .leader, status: 422, code: "required"
        ) { stage in
            Request(
                path: "/v1/initiatives/\(try await stage.initiative())/people",
                json: ["people": [], "team": .string("\(stage.member(.manager).id)")])
        },
        Scenario(
            "a manager reads who of theirs is in it", .get, "/v1/initiatives/{id}/people", as: .manager, status: 200
        ) {
            stage in
            let id = try await stage.initiative(with: stage.deep)
            _ = try await stage.test.campus.add(
                .named([stage.stranger.id.description]), to: id, .token(stage.member(.leader).token))
            return Request(path: "/v1/initiatives/\(id)/people")
        } check: { answer, stage in
            #expect(answer.json["data"].items.map { $0["name"] } == [.string(stage.deep.person.name)])
        },
        Scenario("not yet", .post, "/v1/initiatives/{id}/replies", as: .learner, status: 200) { stage in
            Request(
                path: "/v1/initiatives/\(try await stage.initiative(with: stage.member(.learner)))/replies",
                json: ["answer": "not-yet", "because": " I travel this month. "])
        } check: { answer, _ in
            #expect(answer.json["because"] == "I travel this month.")
        },
        Scenario(
            "not yet, without a word", .post, "/v1/initiatives/{id}/replies", as: .learner, status: 422,
            code: "required"
        ) { stage in
            Request(
                path: "/v1/initiatives/\(try await stage.initiative(with: stage.member(.learner)))/replies",
                json: ["answer": "not-yet"])
        },
        Scenario("a sponsor reads what groups say", .get, "/v1/initiatives/{id}/replies", as: .leader, status: 200) {
            stage in
            let id = try await stage.initiative()
            let sponsor = Access.token(stage.member(.leader).token)
            for number in 0..<5 {
                let (person, token) = try await stage.test.person("Rep \(number)")
                _ = try await stage.test.campus.add(.named([person.id.description]), to: id, sponsor)
                _ = try await stage.test.campus.reply(
                    number == 0 ? .imIn : .notYet, because: number == 0 ? nil : "Reason \(number)", to: id,
                    .token(token))
            }
            return Request(path: "/v1/initiatives/\(id)/replies")
        } check: { answer, _ in
            #expect(answer.json["told"]["people"] == 5)
            #expect(answer.json["told"]["in"] == 1)
            #expect(answer.json["told"]["not_yet"] == 4)
            #expect(answer.json["told"]["reasons"] == [])
            #expect(answer.json["mine"] == [])
        },
    ]
}

extension Stage {
    /// A good request, with other values where they are given.
    fileprivate func draft(_ other: [String: JSONValue] = [:]) async throws -> [String: JSONValue] {
        let course = try await test.publish(.sample(key: UUID().uuidString)).course
        return [
            "title": "Ask first", "why": "Deals end in **no decision**.", "courses": [.string("\(course)")],
            "starts_on": "2026-04-05", "time_zone": "America/Santiago",
        ].merging(other) { _, new in new }
    }
}
