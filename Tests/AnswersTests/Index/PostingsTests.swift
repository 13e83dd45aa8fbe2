import Testing

@testable import Answers

@Suite struct PostingsTests {
    private func postings() -> Postings {
        var builder = PostingsBuilder()
        for (unit, terms) in [[2, 0, 2], [], [1, 2], [2]].enumerated() {
            var found = terms.map { UInt32($0) }
            builder.add(&found, unit: UInt32(unit))
        }
        return builder.build(termCount: 4)
    }

    @Test func `each term lists its units in order`() {
        let postings = postings()
        #expect((0..<4).map { Array(postings.units[postings.list($0)]) } == [[0], [2], [0, 2, 3], []])
    }

    @Test func `a mark tells occurrences and length`() {
        let postings = postings()
        #expect(postings.mark(of: 2, in: 0) == Postings.mark(count: 2, lengthCode: 3))
        #expect(postings.mark(of: 2, in: 1) == nil)
        #expect(postings.mark(of: 2, in: 3) == Postings.mark(count: 1, lengthCode: 1))
        #expect(postings.mark(of: 3, in: 0) == nil)
    }

    @Test func `more occurrences than can be told apart count as the most`() {
        #expect(Postings.mark(count: 900, lengthCode: 1) == Postings.mark(count: Postings.maximumCount, lengthCode: 1))
    }

    @Test func `a mark keeps its parts apart`() {
        let mark = Postings.mark(count: .max, lengthCode: 127, spelling: 31)
        #expect(mark == .max)
        #expect(Postings.spelling(mark) == 31)
        #expect(mark & Postings.measure == Postings.mark(count: Postings.maximumCount, lengthCode: 127))
    }
}
