import Campus
import Learning
import TestKit
import Testing

/// All hits counted by course and tag, and read on beyond the first ones.
@Suite struct SearchFacetTests {
    private func house(_ backend: Backend = .standard) async throws -> House {
        let house = try await House(backend)
        for (number, tags) in [["cost", "first call"], ["Cost"], ["cost"], []].enumerated() {
            _ = try await house.test.campus.createAnswer(
                AnswerFields(
                    question: "What is drum number \(number)?", text: "They named it.", tags: tags,
                    courseID: number == 2 ? house.course : nil), house.trainer)
        }
        return house
    }

    private func told(_ words: String, by access: Access, of house: House, facets: Int? = 10) async throws -> String {
        let reply = try await house.test.campus.search(SearchRequest(words, limit: 1, facets: facets), access)
        guard let facets = reply.facets else { return "none" }
        let kinds = SearchHit.Kind.allCases.compactMap { kind in facets.kinds[kind].map { "\(kind) \($0)" } }
        let courses = facets.courses.map { "\($0.title) \($0.count)" }
        return (["\(facets.total)"] + kinds + courses + facets.tags.map { "\($0.tag) \($0.count)" })
            .joined(separator: ", ")
    }

    @Test(arguments: Backend.allCases)
    func `hits are counted by course and tag, of what the searcher may see alone`(backend: Backend) async throws {
        let house = try await house(backend)
        for (words, trainer, learner) in [
            (
                "drum", "4, answer 4, Ask before you pitch 1, cost 3, first call 1",
                "3, answer 3, Cost 2, first call 1"
            ),
            (
                "drum tag:cost", "3, answer 3, Ask before you pitch 1, cost 3, first call 1",
                "2, answer 2, Cost 2, first call 1"
            ),
            ("drum course:ask", "1, answer 1, Ask before you pitch 1, cost 1", "0"),
            (
                "\"drum number\"", "4, answer 4, Ask before you pitch 1, cost 3, first call 1",
                "3, answer 3, Cost 2, first call 1"
            ),
            (
                "\"drum named\"", "4, answer 4, Ask before you pitch 1, cost 3, first call 1",
                "3, answer 3, Cost 2, first call 1"
            ),
        ] {
            #expect(try await told(words, by: house.trainer, of: house) == trainer, "\(words)")
            #expect(try await told(words, by: house.learner, of: house) == learner, "\(words)")
        }
        #expect(try await told("drum", by: house.learner, of: house, facets: 1) == "3, answer 3, Cost 2")
        #expect(try await told("drum", by: house.learner, of: house, facets: nil) == "none")
    }

    @Test(arguments: ["drum", "\"what is drum\""])
    func `hits are read on without gaps, and the words are kept once`(words: String) async throws {
        let house = try await house()
        func page(_ offset: Int) async throws -> SearchReply {
            try await house.test.campus.search(SearchRequest(words, limit: 2, offset: offset), house.trainer)
        }
        let pages = [try await page(0), try await page(2), try await page(4)]
        let all = try await house.test.campus.search(SearchRequest(words), house.trainer).hits
        #expect(pages.map(\.hits.count) == [2, 2, 0])
        #expect(pages.flatMap(\.hits).map(\.title) == all.map(\.title))
        #expect(pages.flatMap(\.hits).map(\.rank) == [1, 2, 3, 4])
        #expect(pages.map(\.hasMore) == [true, false, false])
        #expect(pages.map(\.isWeak) == Array(repeating: pages[0].isWeak, count: 3))
        #expect(pages.map { $0.id != nil } == [true, false, false])
    }

    @Test(arguments: [(0, 100, true), (100, 100, true), (101, 100, false), (199, 1, true), (200, 1, false)])
    func `what is too far down is refused`(offset: Int, limit: Int, isFine: Bool) async throws {
        let house = try await House()
        let request = SearchRequest("price", limit: limit, offset: offset)
        do {
            _ = try await house.test.campus.search(request, house.learner)
            #expect(isFine)
        } catch let refusal as Refusal {
            #expect(!isFine && refusal.code == "too-deep" && refusal.message.contains("\(200 - limit)"))
        }
    }
}
