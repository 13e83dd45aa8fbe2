import Campus
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

extension Scenario {
    static let answers = searches + entries + phrasings + synonyms + answerLife

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
        Scenario("hits are counted, and read on", .get, "/v1/search", as: .learner, status: 200) { stage in
            _ = try await stage.answer()
            return Request(path: "/v1/search?q=price&facets=5&offset=1")
        } check: { answer, _ in
            #expect(answer.json["facets"]["total"] == 1)
            #expect(answer.json["facets"]["kinds"] == [["kind": "answer", "count": 1]])
            #expect(answer.json["hits"] == [] && answer.json["search_id"] == .null)
        },
        Scenario("hits too far down", .get, "/v1/search", as: .learner, status: 422, code: "too-deep") { _ in
            Request(path: "/v1/search?q=price&limit=20&offset=190")
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
        Scenario("a trainer brings a table of answers", .post, "/v1/answers/import", as: .trainer, status: 200) { _ in
            Request(
                body: Array("question,text,owner\nWhy?,Because.,\nWho?,They.,nobody\n".utf8),
                headers: [.contentType: "text/csv"])
        } check: { answer, _ in
            #expect(answer.json["rows"].items.map { $0["result"] } == ["created", "refused"])
            #expect(answer.json["rows"][1]["error"]["pointer"] == "/owner")
        },
        Scenario(
            "a table of something else", .post, "/v1/answers/import", as: .trainer, status: 422,
            code: "csv-column-missing"
        ) { _ in
            Request(body: Array("name,age\nAda,36\n".utf8), headers: [.contentType: "text/csv"])
        } check: { answer, _ in
            #expect(answer.json["errors"][0]["line"] == 1)
        },
        Scenario("a trainer brings answers as JSON", .post, "/v1/answers/import", as: .trainer, status: 200) { _ in
            Request(
                body: Array(
                    #"{"answers":[{"question":"Why?","text":"Because."},{"question":"Who?","txt":"They."}]}"#.utf8),
                headers: [.contentType: "application/json"])
        } check: { answer, _ in
            #expect(answer.json["rows"].items.map { $0["result"] } == ["created", "refused"])
            #expect(answer.json["rows"][1]["error"]["pointer"] == "/answers/1/txt")
        },
        Scenario(
            "answers in a format that nobody knows", .post, "/v1/answers/import", as: .trainer, status: 415,
            code: "unsupported-format"
        ) { _ in
            Request(body: Array("a".utf8), headers: [.contentType: "application/zip"])
        },
        Scenario("a trainer takes all answers along", .get, "/v1/answers/export", as: .trainer, status: 200) { stage in
            _ = try await stage.answer()
            return Request(path: "/v1/answers/export?format=json")
        } check: { answer, _ in
            #expect(answer.json["answers"][0]["question"] == "What now?")
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
        Scenario("a question of nothing", .patch, "/v1/answers/{id}", as: .trainer, status: 422, code: "invalid-fields")
        { stage in
            Request(
                path: "/v1/answers/\(try await stage.answer().id)", json: ["question": .null, "verify_by": .null],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.json["errors"].items.map { $0["pointer"] } == ["/question", "/verify_by"])
        },
        Scenario("a state that is old", .patch, "/v1/answers/{id}", as: .trainer, status: 412, code: "stale") { stage in
            Request(
                path: "/v1/answers/\(try await stage.answer().id)", json: ["text": "Go."],
                headers: [.ifMatch: "\"7\""])
        },
    ]

    private static let phrasings = [
        Scenario(
            "what was learned for an answer, without names", .get, "/v1/answers/{id}/phrasings", as: .trainer,
            status: 200
        ) { stage in
            Request(path: "/v1/answers/\(try await stage.phrasing().answer)/phrasings")
        } check: { answer, stage in
            #expect(answer.json["data"].items.map { $0["words"] } == ["stuck completely"])
            #expect(answer.json["data"][0]["people"] == 2)
            #expect(!answer.text.contains(stage.deep.id.text))
        },
        Scenario(
            "a trainer revokes what was learned", .delete, "/v1/answers/{id}/phrasings/{phrasing}", as: .trainer,
            status: 204
        ) { stage in
            let (answer, id) = try await stage.phrasing()
            return Request(path: "/v1/answers/\(answer)/phrasings/\(id)")
        },
        Scenario(
            "what was learned for another answer", .delete, "/v1/answers/{id}/phrasings/{phrasing}", as: .trainer,
            status: 404, code: "not-found"
        ) { stage in
            let (_, id) = try await stage.phrasing()
            return Request(path: "/v1/answers/\(try await stage.answer().id)/phrasings/\(id)")
        },
    ]

    private static let synonyms = [
        Scenario("a trainer looks at no synonyms", .get, "/v1/synonyms", as: .trainer, status: 200) { _ in
            Request()
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"0\"")
            #expect(answer.json["groups"] == [])
        },
        Scenario("a trainer writes synonyms", .put, "/v1/synonyms", as: .trainer, status: 200) { _ in
            Request(json: ["groups": [["terms": ["price", " what it costs "]]]], headers: [.ifMatch: "\"0\""])
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["groups"][0]["terms"] == ["price", "what it costs"])
        },
        Scenario(
            "words that mean nothing together", .put, "/v1/synonyms", as: .trainer, status: 422,
            code: "invalid-fields"
        ) { _ in
            Request(
                json: [
                    "groups": [
                        ["terms": ["price"]], ["terms": ["a", "?!", "A", .string(String(repeating: "b", count: 101))]],
                    ]
                ], headers: [.ifMatch: "\"0\""])
        } check: { answer, _ in
            #expect(
                answer.json["errors"].items.map { [$0["pointer"], $0["code"]] } == [
                    ["/groups/0/terms", "too-few"], ["/groups/1/terms/1", "empty"], ["/groups/1/terms/2", "twice"],
                    ["/groups/1/terms/3", "too-long"],
                ])
        },
        Scenario("synonyms that somebody else changed", .put, "/v1/synonyms", as: .trainer, status: 412, code: "stale")
        {
            stage in
            _ = try await stage.test.campus.replaceSynonyms(
                Synonyms(groups: [["a", "b"]]), .token(stage.member(.trainer).token))
            return Request(json: ["groups": []], headers: [.ifMatch: "\"0\""])
        },
    ]
}
