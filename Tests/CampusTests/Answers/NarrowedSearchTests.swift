import Campus
import Learning
import TestKit
import Testing

/// What people type to narrow a search.
@Suite struct NarrowedSearchTests {
    private func house(_ backend: Backend) async throws -> House {
        let house = try await House(backend)
        for (question, text, tags) in [
            ("When do I name a price?", "After **they named** the problem.", ["price", "first call"]),
            ("They named a price first. What now?", "Ask where it comes from.", ["price"]),
            ("Who names the problem?", "Whoever has it. Price comes later.", ["discovery"]),
        ] {
            _ = try await house.test.campus.createAnswer(
                AnswerFields(question: question, text: text, tags: tags), house.trainer)
        }
        return house
    }

    @Test(arguments: Backend.allCases)
    func `quotes, minus, tags and courses hold hits to what they say`(backend: Backend) async throws {
        let house = try await house(backend)
        for (words, titles) in [
            ("\"they named\"", ["They named a price first. What now?", "When do I name a price?"]),
            ("\"they named the problem\"", ["When do I name a price?"]),
            ("price tag:\"first call\"", ["When do I name a price?"]),
            ("named price -tag:price", ["Who names the problem?"]),
            ("price -first -open", ["Who names the problem?"]),
            ("price course:pitch", ["What do I say when they open with the price?"]),
            ("price course:nothing", []),
        ] {
            let found = try await house.titles(words, house.trainer).filter { !$0.hasPrefix("Three kinds") }
            #expect(found.sorted() == titles, "\(words)")
        }
    }

    @Test(arguments: Backend.allCases)
    func `where nothing has the quoted words side by side, what has them apart is shown and said`(
        backend: Backend
    ) async throws {
        let house = try await house(backend)
        let apart = try await house.test.campus.search(SearchRequest("\"problem they named\""), house.trainer)
        #expect(apart.isLoosened && apart.hits.contains { $0.title == "When do I name a price?" })
        let together = try await house.test.campus.search(
            SearchRequest("\"they named\"", limit: 1), house.trainer)
        #expect(!together.isLoosened && together.hits.count == 1 && together.hasMore)
        let nothing = try await house.test.campus.search(SearchRequest("\"xqzv wkjf\""), house.trainer)
        #expect(!nothing.isLoosened && nothing.hits.isEmpty && !nothing.hasMore)
    }

    @Test(arguments: Backend.allCases)
    func `what has the quoted words side by side is likely, however many have them`(backend: Backend) async throws {
        let house = try await house(backend)
        for place in 0..<3 {
            _ = try await house.test.campus.createAnswer(
                AnswerFields(question: "Who feeds the blue heron at lake \(place)?", text: "Nobody."), house.trainer)
        }
        let campus = house.test.campus
        let quoted = try await campus.search(SearchRequest("\"blue heron\""), house.trainer)
        #expect(quoted.hits.count == 3 && !quoted.isWeak && quoted.hits.allSatisfy { !$0.isWeak })
        // None of them is ahead of the others; and what has them apart, or a quoted word alone, is as weak as without quotes.
        for words in ["blue heron", "\"heron blue\"", "\"heron\""] {
            #expect(try await campus.search(SearchRequest(words), house.trainer).isWeak, "\(words)")
        }
        // Two words of many are no answer to all of them.
        let more = "\"blue heron\" walrus giraffe okapi zebra quagga ostrich pelican"
        #expect(try await campus.search(SearchRequest(more), house.trainer).isWeak)
    }

    @Test func `a repaired word keeps the marks around it`() async throws {
        let house = try await house(.standard)
        let reply = try await house.test.campus.search(SearchRequest("\"a pirce\" now?"), house.trainer)
        #expect(reply.suggestion == "\"a price\" now?")
    }
}
