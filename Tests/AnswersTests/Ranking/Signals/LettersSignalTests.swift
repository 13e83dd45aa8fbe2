import Answers
import Testing

@Suite struct LettersSignalTests {
    @Test(arguments: [
        ("followup", "follow up after a demo"), ("voicemails", "voice mail"), ("repricing", "pricing"),
        ("micromanagement", "my manager"),
    ])
    func `a word is found by its parts`(query: String, question: String) {
        let index = AnswerIndex([
            IndexEntry(number: 1, question: question), IndexEntry(number: 2, question: "unknown subject"),
        ])
        let hits = index.search(SearchQuery(query, sight: .everything)).hits
        #expect(hits.map(\.number) == [1])
        #expect(hits.first?.why.shares.contains { $0.signal == .letters } == true)
    }
}
