import Testing

@testable import Answers

@Suite struct SmallWordTests {
    /// Each word stands in one entry, so that it is as rare as the other.
    @Test(arguments: ["them quote", "quote them", "them qoute"])
    func `of two words as rare the one that tells something decides`(query: String) {
        let index = AnswerIndex(
            [IndexEntry(number: 1, question: "answer them"), IndexEntry(number: 2, question: "answer quote")])
        let hits = index.search(SearchQuery(query, sight: .everything)).hits
        #expect(hits.map(\.number) == [2, 1])
    }

    @Test func `small words decide where nothing else does`() {
        let index = AnswerIndex(
            [IndexEntry(number: 1, question: "price"), IndexEntry(number: 2, question: "what is it about the price")])
        #expect(index.search(SearchQuery("the price what about it", sight: .everything)).hits.first?.number == 2)
        #expect(index.search(SearchQuery("what is it about", sight: .everything)).hits.first?.number == 2)
    }
}
