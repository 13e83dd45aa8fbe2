import Answers
import Testing

@Suite struct TagsSignalTests {
    @Test func `a word that somebody chose as a tag weighs more than one in the text`() {
        let index = AnswerIndex([
            IndexEntry(number: 1, question: "They stay silent", text: "discovery", tags: ["other"]),
            IndexEntry(number: 2, question: "They stay silent", text: "other", tags: ["discovery"]),
        ])
        let hits = index.search(SearchQuery("discovery", sight: .everything)).hits
        #expect(hits.map(\.number) == [2, 1])
        #expect(hits[0].why.shares.contains { $0.signal == .tags })
        #expect(!hits[1].why.shares.contains { $0.signal == .tags })
    }
}
