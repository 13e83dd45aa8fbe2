import Testing

@testable import Answers

@Suite struct TopHitsTests {
    @Test(arguments: [1, 2, 7, 50, 200])
    func `the best are kept, in order`(limit: Int) {
        var random = SeededRandom(seed: UInt64(limit))
        let candidates = (0..<100).map { number in
            Candidate(
                score: Float(Int.random(in: 0..<30, using: &random)), lift: 0, number: number, segment: 0, slot: 0,
                phrasing: 0)
        }
        var top = TopHits(limit: limit)
        for candidate in candidates { top.offer(candidate) }
        let expected = candidates.sorted { ($1.score, $0.number) < ($0.score, $1.number) }.prefix(limit)
        #expect(top.sorted.map(\.number) == expected.map(\.number))
    }

    @Test func `anything is good enough until there are enough`() {
        var top = TopHits(limit: 2)
        #expect(top.threshold == -.infinity)
        for score in [3, 1, 2] as [Float] {
            top.offer(Candidate(score: score, lift: 0, number: 0, segment: 0, slot: 0, phrasing: 0))
        }
        #expect(top.threshold == 2)
    }
}
