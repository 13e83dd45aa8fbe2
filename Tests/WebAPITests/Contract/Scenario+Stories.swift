import HTTPTypes
import Learning
import TestKit
import Testing

@testable import Campus
@testable import WebAPI

extension Scenario {
    static let stories = [
        Scenario("four conditions", .get, "/v1/initiatives/{id}/board", as: .leader, status: 200) { stage in
            Request(path: "/v1/initiatives/\(try await stage.initiative(with: stage.member(.learner)))/board")
        } check: { answer, _ in
            let conditions = answer.json["conditions"].items
            #expect(conditions.map { $0["condition"] } == ["leaders", "managers", "activities", "answers"])
            #expect(conditions[0]["state"] == "missing")
            #expect(conditions[0]["next"] == "tell-story")
            // One person is nobody's number.
            #expect(!answer.text.contains("percent"))
        },
        Scenario("a story about a colleague waits", .post, "/v1/stories", as: .learner, status: 201) { stage in
            let id = try await stage.initiative(with: stage.member(.learner))
            _ = try await stage.test.campus.add(
                .named([stage.deep.id.description]), to: id, .token(stage.member(.leader).token))
            return Request(
                json: [
                    "initiative_id": .string("\(id)"), "about": .string("\(stage.deep.id)"),
                    "text": "She asked **first**.",
                ])
        } check: { answer, stage in
            #expect(answer.headers[.location] == "/v1/stories/\(answer.json["id"].text ?? "")")
            #expect(answer.json["state"] == "waiting")
            #expect(answer.json["is_mine"] == true)
            #expect(answer.json["about_name"] == .string(stage.deep.person.name))
            #expect(answer.json["html"].text?.contains("<strong>first</strong>") == true)
        },
        Scenario("nobody is meant", .post, "/v1/stories", as: .learner, status: 422, code: "unknown-person") { stage in
            Request(
                json: [
                    "initiative_id": .string("\(try await stage.initiative(with: stage.member(.learner)))"),
                    "about": "4711", "text": "Who?",
                ])
        },
        Scenario("approved stories", .get, "/v1/stories", as: .leader, status: 200) { stage in
            _ = try await stage.story(of: stage.member(.learner))
            return Request()
        } check: { answer, _ in
            #expect(answer.json["data"].items.count == 1)
            #expect(answer.json["data"][0]["is_mine"] == false)
        },
        Scenario("one story", .get, "/v1/stories/{id}", as: .trainer, status: 200) { stage in
            Request(path: "/v1/stories/\(try await stage.story(of: stage.member(.learner)))")
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["state"] == "approved")
        },
        Scenario("one's own is taken back", .patch, "/v1/stories/{id}", as: .learner, status: 200) { stage in
            Request(
                path: "/v1/stories/\(try await stage.story(of: stage.member(.learner)))", json: ["state": "withdrawn"],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"2\"")
            #expect(answer.json["state"] == "withdrawn")
        },
        Scenario(
            "what is told already is not approved again", .patch, "/v1/stories/{id}", as: .learner, status: 409,
            code: "not-that-state"
        ) { stage in
            Request(
                path: "/v1/stories/\(try await stage.story(of: stage.member(.learner)))", json: ["state": "declined"],
                headers: [.ifMatch: "\"1\""])
        },
    ]
}
