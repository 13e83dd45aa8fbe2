import Campus
import Learning
import TestKit
import Testing

@Suite struct SynonymTests {
    private let title = "What do I say when they open with the price?"

    /// Another node on the same store.
    private static func node(beside test: TestCampus) -> Campus {
        let (campus, clock) = (test.campus, test.clock)
        return Campus(
            database: campus.database, blobs: campus.blobs, incoming: campus.incoming, logger: campus.logger,
            now: { clock.now })
    }

    @Test(arguments: Backend.allCases)
    func `synonyms work at once on the node where they were written, then on others, and after a start`(
        backend: Backend
    ) async throws {
        let house = try await House(backend)
        let other = Self.node(beside: house.test)
        #expect(try await house.titles("tariff", house.learner) == [])
        await other.tendSearch()
        let first = try await house.test.campus.replaceSynonyms(
            Synonyms(groups: [["price", " tariff "], ["reasons", "grounds"]]), house.trainer)
        #expect(first == Synonyms(groups: [["price", "tariff"], ["reasons", "grounds"]], revision: 1))
        #expect(try await house.titles("tariff", house.trainer).first == title)
        await other.tendSearch()
        #expect(try await other.search(SearchRequest("tariff"), house.trainer).hits.first?.title == title)
        let fresh = Self.node(beside: house.test)
        #expect(try await fresh.search(SearchRequest("the tarriff"), house.trainer).hits.first?.title == title)

        let second = try await house.test.campus.replaceSynonyms(
            Synonyms(groups: [["reasons", "grounds"]], revision: 1), house.trainer)
        #expect(second.revision == 2)
        #expect(try await house.titles("tariff", house.trainer) == [])
        let noted = try await house.test.campus.audit(
            AuditFilter(verb: .synonymsChanged), page: Page(limit: 9), .operator)
        #expect(
            noted.map(\.entry.changes) == [
                [AuditChange("groups", before: "price, tariff")],
                [AuditChange("groups", after: "price, tariff | reasons, grounds")],
            ])
    }

    @Test func `of two who write, the later one is told, and nothing is lost`() async throws {
        let house = try await House()
        _ = try await house.test.campus.replaceSynonyms(Synonyms(groups: [["a", "b"]]), house.trainer)
        await #expect(throws: Refusal.self) {
            try await house.test.campus.replaceSynonyms(Synonyms(groups: [["c", "d"]]), house.trainer)
        }
        #expect(try await house.test.campus.synonyms(house.trainer).groups == [["a", "b"]])
    }

    @Test func `ten thousand groups are taken, one more is not`() async throws {
        let house = try await House()
        let groups = (0..<10_001).map { ["word\($0)", "word\(($0 + 1) % 10_001)"] }
        await #expect(throws: Refusal.self) {
            try await house.test.campus.replaceSynonyms(Synonyms(groups: groups), house.trainer)
        }
        let saved = try await house.test.campus.replaceSynonyms(
            Synonyms(groups: Array(groups.dropLast())), house.trainer)
        #expect(saved.groups.count == 10_000)
    }
}
