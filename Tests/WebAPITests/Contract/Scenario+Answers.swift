import Campus
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

extension Scenario {
    static let answers = searches + entries + questions + notices

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

    private static let questions = [
        Scenario("a learner asks with the words searched for", .post, "/v1/questions", as: .learner, status: 201) {
            stage in
            let found = try await stage.test.campus.search(
                SearchRequest("too dear"), .token(stage.member(.learner).token))
            return Request(json: [
                "text": "They say it is too dear?", "search_id": .string("\(try #require(found.id))"),
            ])
        } check: { answer, _ in
            #expect(answer.json["search_words"] == "too dear")
            #expect(answer.json["state"] == "open")
            #expect(answer.json["asked_by"] == .null)
        },
        Scenario("another's search", .post, "/v1/questions", as: .learner, status: 422, code: "unknown-search") {
            stage in
            let found = try await stage.test.campus.search(SearchRequest("x"), .token(stage.deep.token))
            return Request(json: ["text": "Why?", "search_id": .string("\(try #require(found.id))")])
        },
        Scenario("nothing to ask", .post, "/v1/questions", as: .learner, status: 422, code: "empty") { _ in
            Request(json: ["text": " "])
        },
        Scenario("a trainer lists what is open", .get, "/v1/questions", as: .trainer, status: 200) { stage in
            _ = try await stage.question(of: stage.deep)
            return Request(path: "/v1/questions?state=open")
        } check: { answer, stage in
            #expect(answer.json["data"].items.map { $0["asked_by"]["name"] } == ["Deep Down"])
        },
        Scenario("a learner shows their question", .get, "/v1/questions/{id}", as: .learner, status: 200) { stage in
            Request(path: "/v1/questions/\(try await stage.question(of: stage.member(.learner)))")
        },
        Scenario("a trainer answers for everybody", .post, "/v1/questions/{id}/answer", as: .trainer, status: 201) {
            stage in
            Request(
                path: "/v1/questions/\(try await stage.question(of: stage.deep))/answer",
                json: ["text": "**Wait.**", "publish": ["question": "What do I do now?", "tags": ["now"]]])
        } check: { answer, _ in
            #expect(answer.json["state"] == "answered")
            #expect(answer.json["reply_html"] == "<p><strong>Wait.</strong></p>\n")
            #expect(answer.json["answer_id"].text?.hasPrefix("ans_") == true)
        },
        Scenario(
            "publishing and linking at once", .post, "/v1/questions/{id}/answer", as: .trainer, status: 422,
            code: "one-or-other"
        ) { stage in
            Request(
                path: "/v1/questions/\(try await stage.question(of: stage.deep))/answer",
                json: ["text": "x", "publish": [:], "answer_id": .string("\(try await stage.answer().id)")])
        },
        Scenario(
            "what is published is held to its bounds", .post, "/v1/questions/{id}/answer", as: .trainer, status: 422,
            code: "empty"
        ) { stage in
            Request(
                path: "/v1/questions/\(try await stage.question(of: stage.deep))/answer",
                json: ["text": "x", "publish": ["question": ""]])
        } check: { answer, _ in
            #expect(answer.json["errors"][0]["pointer"] == "/publish/question")
        },
        Scenario(
            "somebody was faster", .post, "/v1/questions/{id}/answer", as: .trainer, status: 409,
            code: "already-answered"
        ) { stage in
            let id = try await stage.question(of: stage.deep)
            _ = try await stage.test.campus.answer(id, with: QuestionReply("Wait."), .operator)
            return Request(path: "/v1/questions/\(id)/answer", json: ["text": "Go."])
        },
    ]

    private static let notices = [
        Scenario("what was not found, without names", .get, "/v1/reports/unanswered", as: .trainer, status: 200) {
            stage in
            _ = try await stage.test.campus.search(SearchRequest("too dear"), .token(stage.deep.token))
            await stage.test.campus.tendSearch()
            return Request(path: "/v1/reports/unanswered?days=7")
        } check: { answer, stage in
            #expect(answer.json["rows"].items.map { $0["words"] } == ["too dear"])
            #expect(answer.json["rows"][0]["people"] == 1)
            #expect(!answer.text.contains(stage.deep.id.text))
        },
        Scenario("an asker finds the answer in their inbox", .get, "/v1/notices", as: .learner, status: 200) { stage in
            _ = try await stage.notice(of: stage.member(.learner))
            return Request(path: "/v1/notices?unread=true")
        } check: { answer, _ in
            #expect(answer.json["data"][0]["kind"] == "question-answered")
            #expect(answer.json["data"][0]["subject"].text?.hasPrefix("qst_") == true)
        },
        Scenario("and marks it as read", .patch, "/v1/notices/{id}", as: .learner, status: 200) { stage in
            Request(
                path: "/v1/notices/\(try await stage.notice(of: stage.member(.learner)))", json: ["read": true],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.json["read_at"] != .null)
            #expect(answer.headers[.eTag] == "\"2\"")
        },
        Scenario("saying nothing", .patch, "/v1/notices/{id}", as: .learner, status: 422, code: "required") { stage in
            Request(
                path: "/v1/notices/\(try await stage.notice(of: stage.member(.learner)))", json: [:],
                headers: [.ifMatch: "\"1\""])
        },
    ]
}
