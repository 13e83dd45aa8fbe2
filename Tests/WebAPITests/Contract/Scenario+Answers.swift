import Campus
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

extension Scenario {
    static let answers = searches + entries

    private static let searches = [
        Scenario("a learner finds an answer", .get, "/v1/search", as: .learner, status: 200) { stage in
            _ = try await stage.answer()
            return Request(path: "/v1/search?q=now+pirce")
        } check: { answer, _ in
            #expect(answer.json["hits"][0]["title"] == "What now?")
            #expect(answer.json["hits"][0]["html"] == "<p><strong>Wait.</strong></p>\n")
            #expect(answer.json["suggestion"] == "now price")
            #expect(answer.json["search_id"].text?.hasPrefix("sea_") == true)
        },
        Scenario("nothing to look for", .get, "/v1/search", as: .learner, status: 422, code: "required") { _ in
            Request(path: "/v1/search?q=+")
        },
        Scenario(
            "a course that is not the caller's to see", .get, "/v1/search", as: .learner, status: 404,
            code: "not-found"
        ) { stage in
            let course = try await stage.test.publish(.sample()).course
            return Request(path: "/v1/search?q=price&course=\(course)")
        },
        Scenario("a learner looks back", .get, "/v1/searches", as: .learner, status: 200) { stage in
            _ = try await stage.test.campus.search(SearchRequest("mine"), .token(stage.member(.learner).token))
            _ = try await stage.test.campus.search(SearchRequest("theirs"), .token(stage.deep.token))
            return Request()
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["words"] } == ["mine"])
        },
        Scenario("it helped", .post, "/v1/searches/{id}/outcome", as: .learner, status: 204) { stage in
            let helped = try await stage.answer()
            let found = try await stage.test.campus.search(
                SearchRequest("price"), .token(stage.member(.learner).token))
            return Request(
                path: "/v1/searches/\(try #require(found.id))/outcome",
                json: ["outcome": "helped", "answer_id": .string("\(helped.id)")])
        },
        Scenario(
            "an outcome that there is not", .post, "/v1/searches/{id}/outcome", as: .learner, status: 422,
            code: "unknown-value"
        ) { stage in
            Request(
                path: "/v1/searches/\(Identifier<Search>(stored: UUIDv7.make()))/outcome", json: ["outcome": "asked"])
        },
    ]

    private static let entries = [
        Scenario("a learner lists answers without other phrasings", .get, "/v1/answers", as: .learner, status: 200) {
            stage in
            _ = try await stage.answer()
            return Request()
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["also"] } == [[]])
        },
        Scenario("a trainer publishes an answer", .post, "/v1/answers", as: .trainer, status: 201) { _ in
            Request(json: ["question": "What now?", "also": ["And now?"], "text": "Wait.", "tags": ["price"]])
        } check: { answer, stage in
            #expect(answer.json["owner_id"] == .string("\(stage.member(.trainer).id)"))
            #expect(answer.json["verify_by"] == "2026-05-31")
            #expect(answer.json["also"] == ["And now?"])
        },
        Scenario("a trainer shows an answer", .get, "/v1/answers/{id}", as: .trainer, status: 200) { stage in
            Request(path: "/v1/answers/\(try await stage.answer(inCourse: true).id)")
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"1\"")
        },
        Scenario("a trainer changes an answer", .patch, "/v1/answers/{id}", as: .trainer, status: 200) { stage in
            Request(
                path: "/v1/answers/\(try await stage.answer().id)", json: ["text": "Go.", "tags": []],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"2\"")
            #expect(answer.json["text"] == "Go.")
        },
        Scenario(
            "without saying what is changed", .patch, "/v1/answers/{id}", as: .trainer, status: 428,
            code: "if-match-required"
        ) { stage in
            Request(path: "/v1/answers/\(try await stage.answer().id)", json: ["text": "Go."])
        },
        Scenario("a state that is old", .patch, "/v1/answers/{id}", as: .trainer, status: 412, code: "stale") { stage in
            Request(
                path: "/v1/answers/\(try await stage.answer().id)", json: ["text": "Go."],
                headers: [.ifMatch: "\"7\""])
        },
    ]
}
