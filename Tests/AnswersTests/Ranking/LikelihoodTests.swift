import Testing

@testable import Answers

@Suite struct LikelihoodTests {
    /// The scores of the best hits, best first, and how many of them are likely.
    @Test(arguments: [
        // It says what was asked; so does the second.
        ([1.2, 1.1], 2), ([1.2, 1.1, 0.3], 2),
        // It meets half, and nothing else comes near.
        ([0.6, 0.3], 1), ([0.6, 0.3, 0.1], 1),
        // It meets half, and so does another.
        ([0.6, 0.58], 0), ([0.6, 0.55, 0.1], 0),
        // It is far ahead of nothing, and meets next to nothing itself.
        ([0.35], 0), ([0.39, 0.01], 0),
        // The only one.
        ([0.45], 1), ([], 0),
    ])
    func `the best hit is likely if it says what was asked or stands out, and the others only beside such a one`(
        scores: [Double], count: Int
    ) {
        let scores = scores.map(Float.init)
        let likelihood = Likelihood(scores, isTold: true)
        #expect(scores.count { !likelihood.isWeak($0) } == count)
        #expect(likelihood.isWeak(scores.first ?? 0) == (count == 0))
    }

    @Test func `nothing is likely where small words are all that was asked`() {
        let index = AnswerIndex([
            IndexEntry(number: 1, question: "What do I do when they open with the price?"),
            IndexEntry(number: 2, question: "Where is a list of the steps to do?", text: "It is here, and in the box."),
        ])
        for words in ["what do i do", "the a of to and is", "wat do i do when"] {
            let results = index.search(SearchQuery(words, sight: .everything))
            #expect(!results.hits.isEmpty && results.isWeak, "\(words)")
        }
        #expect(!index.search(SearchQuery("what do i do about price", sight: .everything)).isWeak)
        // Some short forms are spelled as small words are.
        index.apply([
            .put(IndexEntry(number: 3, question: "Who is IT?", text: "Information technology sits upstairs."))
        ])
        #expect(!index.search(SearchQuery("IT", sight: .everything)).isWeak)
        #expect(index.search(SearchQuery("it", sight: .everything)).isWeak)
    }

    @Test func `how many hits are asked for does not change which are weak`() {
        var made = RandomEntries(seed: 8)
        let index = AnswerIndex((0..<200).map { made.entry($0) })
        for _ in 0..<40 {
            let words = made.query()
            let whole = index.search(SearchQuery(words, sight: .everything, limit: 20))
            for limit in [1, 2, 7] {
                let part = index.search(SearchQuery(words, sight: .everything, limit: limit))
                #expect(part.hits.map(\.isWeak) == whole.hits.prefix(limit).map(\.isWeak), "\(words)")
            }
        }
    }
}
