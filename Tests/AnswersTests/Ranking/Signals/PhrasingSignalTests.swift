import Answers
import Testing

@Suite struct PhrasingSignalTests {
    @Test func `one phrasing that says it all beats words spread over several`() {
        let index = AnswerIndex([
            IndexEntry(
                number: 1, question: "Deal is quiet", phrasings: ["Champion went on leave", "Forecast slips again"]),
            IndexEntry(number: 2, question: "Quiet champion", phrasings: ["Deal went on", "Forecast is on leave"]),
        ])
        let hits = index.search(SearchQuery("champion went on leave", sight: .everything)).hits
        #expect(hits.map(\.number) == [1, 2])
        #expect(hits[0].why.shares.contains { $0.signal == .phrasing })
    }

    @Test func `a phrasing that people learned brings its entry to the top`() {
        var entry = IndexEntry(number: 1, question: "How do I handle a ghosting prospect?")
        let rival = IndexEntry(number: 2, question: "How do I answer a prospect?")
        let index = AnswerIndex([entry, rival])
        #expect(index.found("no answer for weeks") == [2])
        entry.phrasings = ["no answer for weeks"]
        index.apply([.put(entry)])
        #expect(index.found("no answer for weeks").first == 1)
    }
}
