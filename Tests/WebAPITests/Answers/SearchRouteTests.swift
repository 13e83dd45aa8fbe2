import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

@Suite struct SearchRouteTests {
    @Test func `a search, its outcome, and the searcher's own list`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let learner = try await test.person("Lea").token
        let found = try await client.send(.get, "/v1/search?q=open+with+the%20price&limit=1", token: learner)
        #expect(found.status == .ok)
        let hit = found.json["hits"][0]
        #expect(hit["kind"] == "answer")
        #expect(hit["title"] == "What do I say when they open with the price?")
        #expect(hit["id"].text?.hasPrefix("ans_") == true)
        #expect(hit["course_id"].text == "\(course)")
        #expect(hit["highlights"].items.map { $0["field"] }.contains("title"))
        #expect(found.json["suggestion"] == .null)
        let id = try #require(found.json["search_id"].text)
        let outcome = try await client.send(
            .post, "/v1/searches/\(id)/outcome", token: learner,
            json: ["outcome": "helped", "answer_id": .string(hit["id"].text ?? "")])
        #expect(outcome.status == .noContent)
        let mine = try await client.send(.get, "/v1/searches", token: learner).json
        #expect(mine["data"].items.map { $0["words"] } == ["open with the price"])
        #expect(mine["data"][0]["helped_by"] == hit["id"])
        let lesson = try await client.send(.get, "/v1/search?q=three+kinds", token: learner).json["hits"][0]
        #expect(lesson["kind"] == "lesson")
        #expect(lesson["id"] == .null)
        #expect(lesson["activity"] == "reasons")
    }

    @Test func `half-typed words find the same and are not kept`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        try await test.setOpen(true, try await test.publish(.sample()).course)
        let learner = try await test.person("Lea").token
        let typing = try await client.send(.get, "/v1/search?q=open+with+the+price&typing=true", token: learner).json
        let typed = try await client.send(.get, "/v1/search?q=open+with+the+price", token: learner).json
        #expect(typing["hits"] == typed["hits"])
        #expect(typing["search_id"] == .null)
        let mine = try await client.send(.get, "/v1/searches", token: learner).json["data"]
        #expect(mine.items.map { $0["id"] } == [typed["search_id"]])
    }

    @Test(arguments: [
        ("/v1/search", "required"), ("/v1/search?q=", "required"), ("/v1/search?q=%20+", "required"),
        ("/v1/search?q=%FF", "bad-utf8"), ("/v1/search?q=a%00b", "control-character"),
        ("/v1/search?q=\(String(repeating: "x", count: 1001))", "too-long"),
        ("/v1/search?q=\(String(repeating: "x", count: 100_000))", "too-long"),
        ("/v1/search?q=a&limit=0", "out-of-range"), ("/v1/search?q=a&limit=101", "out-of-range"),
        ("/v1/search?q=a&limit=ten", "out-of-range"), ("/v1/search?q=a&offset=-1", "out-of-range"),
        ("/v1/search?q=a&offset=191", "too-deep"), ("/v1/search?q=a&offset=1000000", "too-deep"),
        ("/v1/search?q=a&facets=0", "out-of-range"), ("/v1/search?q=a&facets=51", "out-of-range"),
        ("/v1/search?q=a&course=crs_7", "bad-id"),
        ("/v1/searches?cursor=xyz", "bad-cursor"), ("/v1/answers?cursor=WyJwZW9wbGUiLCJhIl0", "bad-cursor"),
        ("/v1/answers?state=gone", "unknown-value"), ("/v1/answers?due=tomorrow", "bad-date"),
    ])
    func `what cannot be looked for is said plainly`(path: String, code: String) async throws {
        let test = try await TestCampus()
        let answer = try await Client(test).send(.get, path, token: try await test.person("Lea").token)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.json["code"].text == code)
    }

    @Test func `how far one may read on is said as it is`() async throws {
        let test = try await TestCampus()
        let token = try await test.person("Lea").token
        let answer = try await Client(test).send(.get, "/v1/search?q=a&offset=-1", token: token)
        #expect(answer.json["detail"].text == "offset must lie between 0 and \(Limits.searchDepth.value - 1).")
    }

    @Test(arguments: ["100%", "C++ & more", "%41", "?!…", "the", "‮drawkcab", "a\u{1}b", "\"", "日本語", "😀"])
    func `odd words are no error`(words: String) async throws {
        let test = try await TestCampus()
        let query = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let answer = try await Client(test).send(
            .get, "/v1/search?q=\(query)", token: try await test.person("Lea").token)
        #expect(answer.status == .ok)
        #expect(answer.json["words"].text == words)
    }

    @Test func `a cursor of another list is refused`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let trainer = try await test.person("Tia", roles: [.trainer]).token
        for number in 0..<3 {
            let made = try await client.send(
                .post, "/v1/answers", token: trainer,
                json: ["question": .string("Q\(number)?"), "text": "T", "language": "en"])
            #expect(made.status == .created)
        }
        let page = try await client.send(.get, "/v1/answers?limit=2", token: trainer).json
        #expect(page["data"].items.map { $0["question"] } == ["Q2?", "Q1?"])
        let next = try #require(page["next"].text)
        let rest = try await client.send(.get, "/v1/answers?cursor=\(next)", token: trainer).json
        #expect(rest["data"].items.map { $0["question"] } == ["Q0?"])
        #expect(rest["has_more"] == false)
        let foreign = try await client.send(.get, "/v1/searches?cursor=\(next)", token: trainer)
        #expect(foreign.json["code"] == "bad-cursor")
    }
}
