import Campus
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

extension Scenario {
    static let asking = questions + proposals + notices

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
        Scenario("a learner looks who asked the same", .get, "/v1/questions/similar", as: .learner, status: 200) {
            stage in
            let asked = QuestionDraft("Who signs the contract?", isShared: true)
            _ = try await stage.test.campus.ask(asked, .token(stage.deep.token))
            return Request(path: "/v1/questions/similar?words=who+signs+a+contract")
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["mine"] } == [false])
            #expect(answer.json["data"].items.map { $0["asked_by"] } == [.null])
        },
        Scenario(
            "no words to compare", .get, "/v1/questions/similar", as: .learner, status: 422, code: "required"
        ) { _ in Request(path: "/v1/questions/similar") },
        Scenario("a learner waits for it too", .put, "/v1/questions/{id}/follower", as: .learner, status: 200) {
            stage in
            Request(path: "/v1/questions/\(try await stage.question(of: stage.deep, isShared: true))/follower")
        } check: { answer, _ in
            #expect(answer.json["followed"] == true)
            #expect(answer.json["followers"] == 1)
        },
        Scenario(
            "a learner's own", .put, "/v1/questions/{id}/follower", as: .learner, status: 409, code: "own-question"
        ) {
            stage in
            Request(path: "/v1/questions/\(try await stage.question(of: stage.member(.learner)))/follower")
        },
        Scenario("and no more", .delete, "/v1/questions/{id}/follower", as: .learner, status: 204) { stage in
            Request(path: "/v1/questions/\(try await stage.question(of: stage.deep, isShared: true))/follower")
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

    private static let proposals = [
        Scenario("a colleague lists what they may answer", .get, "/v1/questions", as: .learner, status: 200) { stage in
            _ = try await stage.question(of: stage.deep, isShared: true)
            _ = try await stage.question(of: stage.deep)
            return Request(path: "/v1/questions?shared=true&state=open&sort=due")
        } check: { answer, stage in
            #expect(answer.json["data"].items.map { $0["shared"] } == [true])
            #expect(answer.json["data"][0]["due_at"] == "2026-03-05T00:00:00.000Z")
            #expect(!answer.text.contains(stage.deep.id.text))
        },
        Scenario(
            "a cursor of the other order", .get, "/v1/questions", as: .trainer, status: 422, code: "bad-cursor"
        ) { stage in
            for _ in 0..<2 { _ = try await stage.question(of: stage.deep) }
            let page = try await stage.client.send(
                .get, "/v1/questions?limit=1", token: stage.member(.trainer).token)
            return Request(path: "/v1/questions?sort=due&cursor=\(page.json["next"].text ?? "")")
        },
        Scenario("a colleague proposes", .post, "/v1/questions/{id}/proposals", as: .learner, status: 201) { stage in
            Request(
                path: "/v1/questions/\(try await stage.question(of: stage.deep, isShared: true))/proposals",
                json: ["text": "Wait *here*."])
        } check: { answer, stage in
            #expect(answer.json["author"]["id"] == .string("\(stage.member(.learner).id)"))
            #expect(answer.json["html"] == "<p>Wait <em>here</em>.</p>\n")
        },
        Scenario(
            "proposing nothing", .post, "/v1/questions/{id}/proposals", as: .learner, status: 422, code: "empty"
        ) { stage in
            Request(
                path: "/v1/questions/\(try await stage.question(of: stage.deep, isShared: true))/proposals",
                json: ["text": "  "])
        },
        Scenario("what was proposed", .get, "/v1/questions/{id}/proposals", as: .learner, status: 200) { stage in
            let id = try await stage.question(of: stage.member(.learner))
            _ = try await stage.proposal(to: id)
            return Request(path: "/v1/questions/\(id)/proposals")
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["text"] } == ["Wait *here*."])
        },
        Scenario("what a learner proposed", .get, "/v1/proposals", as: .learner, status: 200) { stage in
            let id = try await stage.question(of: stage.deep, isShared: true)
            _ = try await stage.test.campus.propose("Mine.", to: id, .token(stage.member(.learner).token))
            _ = try await stage.proposal(to: id)
            return Request()
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["text"] } == ["Mine."])
        },
        Scenario("one is accepted", .post, "/v1/questions/{id}/acceptance", as: .learner, status: 201) { stage in
            let id = try await stage.question(of: stage.member(.learner), isShared: true)
            let proposal = try await stage.proposal(to: id)
            return Request(path: "/v1/questions/\(id)/acceptance", json: ["proposal_id": .string("\(proposal)")])
        } check: { answer, _ in
            #expect(answer.json["state"] == "answered")
            #expect(answer.json["answer_id"].text?.hasPrefix("ans_") == true)
        },
        Scenario(
            "one of another question", .post, "/v1/questions/{id}/acceptance", as: .learner, status: 422,
            code: "unknown-proposal"
        ) { stage in
            let id = try await stage.question(of: stage.member(.learner))
            let proposal = try await stage.proposal(to: try await stage.question(of: stage.deep))
            return Request(path: "/v1/questions/\(id)/acceptance", json: ["proposal_id": .string("\(proposal)")])
        },
        Scenario("it did not help", .post, "/v1/questions/{id}/reopening", as: .learner, status: 201) { stage in
            let id = try await stage.question(of: stage.member(.learner))
            _ = try await stage.test.campus.answer(id, with: QuestionReply("Wait."), .operator)
            return Request(path: "/v1/questions/\(id)/reopening", json: ["reason": "I waited."])
        } check: { answer, _ in
            #expect(answer.json["state"] == "open")
            #expect(answer.json["reopened_because"] == "I waited.")
        },
        Scenario(
            "open as it is", .post, "/v1/questions/{id}/reopening", as: .learner, status: 409, code: "still-open"
        ) { stage in
            Request(
                path: "/v1/questions/\(try await stage.question(of: stage.member(.learner)))/reopening",
                json: ["reason": "I waited."])
        },
        Scenario("a trainer looked at it", .post, "/v1/answers/{id}/verification", as: .trainer, status: 200) { stage in
            Request(
                path: "/v1/answers/\(try await stage.answer().id)/verification", json: ["verify_by": "2026-04-01"],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, stage in
            #expect(answer.json["verified"] == true)
            #expect(answer.json["verified_by"] == .string("\(stage.member(.trainer).id)"))
            #expect(answer.json["verify_by"] == "2026-04-01")
        },
        Scenario(
            "a day that is over", .post, "/v1/answers/{id}/verification", as: .trainer, status: 422, code: "too-early"
        ) { stage in
            Request(
                path: "/v1/answers/\(try await stage.answer().id)/verification", json: ["verify_by": "2026-03-01"],
                headers: [.ifMatch: "\"1\""])
        },
        Scenario("what is due first", .get, "/v1/answers", as: .trainer, status: 200) { stage in
            _ = try await stage.answer()
            return Request(path: "/v1/answers?sort=due&due=2026-12-31&state=published")
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["verified"] } == [true])
        },
    ]

    private static let notices = [
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
