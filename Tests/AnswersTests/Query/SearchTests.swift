import Answers
import Testing

@Suite struct SearchTests {
    private let index = AnswerIndex()

    init() {
        index.apply([
            .put(
                IndexEntry(
                    number: 1, question: "What do I say when they open with the price?",
                    phrasings: ["They only want to know what it costs"], text: "Ask for the customer's reasons first.",
                    tags: ["price", "discovery"])),
            .put(IndexEntry(number: 2, kind: .lesson, question: "Why the old way stopped working")),
            .put(IndexEntry(number: 3, question: "Who signs when the committee cannot agree?", scopes: [7])),
        ])
    }

    @Test(arguments: [
        ("opening price", [1]), ("COSTS", [1]), ("customer reason", [1]), ("discovery", [1]), ("stopping", [2]),
        ("zebra", []), ("", []),
    ])
    func `an entry is found by the words of each of its fields`(query: String, numbers: [UInt32]) {
        #expect(index.search(SearchQuery(query, sight: .everything)).hits.map(\.number.value) == numbers)
    }

    @Test func `a replaced entry is found by its new words alone, and a removed one not at all`() {
        index.apply([.put(IndexEntry(number: 2, question: "How to begin again")), .remove(1), .remove(99)])
        #expect(index.search(SearchQuery("begin", sight: .everything)).hits.map(\.number) == [2])
        #expect(index.search(SearchQuery("stopped working price", sight: .everything)).hits.isEmpty)
        #expect(index.count == 2)
    }

    @Test func `an entry of a group is found by those who may see the group`() {
        #expect(index.search(SearchQuery("signs", sight: .scopes([]))).hits.isEmpty)
        #expect(index.search(SearchQuery("signs", sight: .scopes([6]))).hits.isEmpty)
        #expect(index.search(SearchQuery("signs", sight: .scopes([6, 7]))).hits.map(\.number) == [3])
        #expect(index.search(SearchQuery("signs", sight: .everything)).hits.map(\.number) == [3])
    }
}
