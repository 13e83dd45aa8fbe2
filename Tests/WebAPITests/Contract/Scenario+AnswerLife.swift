import Campus
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

extension Scenario {
    /// What answers were, and what becomes of them.
    static let answerLife = revisions + mergers

    private static let mergers = [
        Scenario("what asks nearly the same", .get, "/v1/answers/{id}/duplicates", as: .trainer, status: 200) { stage in
            let id = try await stage.answer().id
            _ = try await stage.answer()
            return Request(path: "/v1/answers/\(id)/duplicates")
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["question"] } == ["What now?"])
        },
        Scenario("two answers, looked at first", .get, "/v1/answers/{id}/merger", as: .trainer, status: 200) { stage in
            let other = try await stage.answer(inCourse: true).id
            return Request(path: "/v1/answers/\(try await stage.answer().id)/merger?with=\(other)&tags=true")
        } check: { answer, _ in
            #expect(answer.json["wider"] == true)
            #expect(answer.json["also"] == [])
            #expect(answer.json["other"]["revision"] == 1)
        },
        Scenario(
            "with nothing", .get, "/v1/answers/{id}/merger", as: .trainer, status: 422, code: "required"
        ) { stage in
            Request(path: "/v1/answers/\(try await stage.answer().id)/merger")
        },
        Scenario("two answers become one", .post, "/v1/answers/{id}/merger", as: .trainer, status: 201) { stage in
            let other = try await stage.answer(inCourse: true).id
            return Request(
                path: "/v1/answers/\(try await stage.answer().id)/merger",
                json: ["answer_id": .string("\(other)"), "revision": 1], headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"2\"")
            #expect(answer.json["merged_into"] == .null)
        },
        Scenario(
            "a rep looks for what was merged", .get, "/v1/answers/{id}", as: .learner, status: 200
        ) { stage in
            Request(path: "/v1/answers/\(try await stage.mergedAnswer())")
        } check: { answer, _ in
            #expect(answer.json["state"] == "published")
            #expect(answer.json["merged_into"] == .null)
        },
        Scenario(
            "a trainer looks for what was merged", .get, "/v1/answers/{id}", as: .trainer, status: 200
        ) { stage in
            Request(path: "/v1/answers/\(try await stage.mergedAnswer())")
        } check: { answer, _ in
            #expect(answer.json["state"] == "retired")
            #expect(answer.json["merged_into"] != .null)
        },
        Scenario(
            "an answer with itself", .post, "/v1/answers/{id}/merger", as: .trainer, status: 422, code: "same-answer"
        ) { stage in
            let id = try await stage.answer().id
            return Request(
                path: "/v1/answers/\(id)/merger", json: ["answer_id": .string("\(id)"), "revision": 1],
                headers: [.ifMatch: "\"1\""])
        },
        Scenario(
            "into one that is retired", .post, "/v1/answers/{id}/merger", as: .trainer, status: 409,
            code: "answer-retired"
        ) { stage in
            let other = try await stage.answer().id
            return Request(
                path: "/v1/answers/\(try await stage.mergedAnswer())/merger",
                json: ["answer_id": .string("\(other)"), "revision": 1], headers: [.ifMatch: "\"2\""])
        },
    ]

    private static let revisions = [
        Scenario("what an answer was", .get, "/v1/answers/{id}/revisions", as: .trainer, status: 200) { stage in
            Request(path: "/v1/answers/\(try await stage.changedAnswer())/revisions")
        } check: { answer, stage in
            #expect(answer.json["data"].items.map { $0["revision"] } == [2, 1])
            #expect(answer.json["data"][0]["changed"] == ["text"])
            #expect(answer.json["data"][1]["text"] == "**Wait.**")
            #expect(answer.json["data"][1]["made_by"]["id"] == .string("\(stage.member(.trainer).id)"))
        },
        Scenario(
            "where its list goes on", .get, "/v1/answers/{id}/revisions", as: .trainer, status: 200
        ) { stage in
            let id = try await stage.changedAnswer()
            let cursor = Cursor.encode(list: "answer-revisions", ["2"])
            return Request(path: "/v1/answers/\(id)/revisions?limit=1&cursor=\(cursor)")
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["revision"] } == [1])
            #expect(answer.json["has_more"] == false)
        },
        Scenario(
            "a cursor that counts nothing", .get, "/v1/answers/{id}/revisions", as: .trainer, status: 422,
            code: "bad-cursor"
        ) { stage in
            let cursor = Cursor.encode(list: "answer-revisions", ["two"])
            return Request(path: "/v1/answers/\(try await stage.changedAnswer())/revisions?cursor=\(cursor)")
        },
        Scenario("a trainer puts it back", .post, "/v1/answers/{id}/restoration", as: .trainer, status: 201) { stage in
            Request(
                path: "/v1/answers/\(try await stage.changedAnswer())/restoration", json: ["revision": 1],
                headers: [.ifMatch: "\"2\""])
        } check: { answer, _ in
            #expect(answer.json["text"] == "**Wait.**")
            #expect(answer.headers[.eTag] == "\"3\"")
        },
        Scenario(
            "to what it never was", .post, "/v1/answers/{id}/restoration", as: .trainer, status: 422,
            code: "unknown-revision"
        ) { stage in
            Request(
                path: "/v1/answers/\(try await stage.changedAnswer())/restoration", json: ["revision": 7],
                headers: [.ifMatch: "\"2\""])
        },
        Scenario(
            "after somebody else changed it", .post, "/v1/answers/{id}/restoration", as: .trainer, status: 412,
            code: "stale"
        ) { stage in
            Request(
                path: "/v1/answers/\(try await stage.changedAnswer())/restoration", json: ["revision": 1],
                headers: [.ifMatch: "\"1\""])
        },
    ]
}

extension Stage {
    /// An answer that another took over.
    func mergedAnswer() async throws -> Identifier<Answer> {
        let (kept, other) = (try await answer().id, try await answer().id)
        _ = try await test.campus.merge(
            other, into: kept, revisions: (kept: 1, other: 1), takesTags: true, .token(member(.trainer).token))
        return other
    }

    /// An answer whose text was changed once.
    func changedAnswer() async throws -> Identifier<Answer> {
        try await test.campus.updateAnswer(
            try await answer().id, revision: 1, .token(member(.trainer).token)
        ) { $0.fields.text = "Go." }.id
    }
}
