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

    private func units(_ postings: Postings, _ term: Int) -> [UInt32] {
        var units: [UInt32] = []
        postings.forEach(term) { unit, _ in units.append(unit) }
        return units
    }

    @Test func `each term lists its units in order`() {
        let postings = postings()
        #expect((0..<4).map { units(postings, $0) } == [[0], [2], [0, 2, 3], []])
        #expect((0..<4).map(postings.count(of:)) == [1, 1, 3, 0])
    }

    @Test func `a measure tells occurrences and length`() {
        let postings = postings()
        #expect(postings.measure(of: 2, in: 0) == Postings.measure(count: 2, lengthCode: 3))
        #expect(postings.measure(of: 2, in: 1) == nil)
        #expect(postings.measure(of: 2, in: 3) == Postings.measure(count: 1, lengthCode: 1))
        #expect(postings.measure(of: 3, in: 0) == nil)
    }

    @Test func `more occurrences than can be told apart count as the most`() {
        let most = Postings.measure(count: Postings.maximumCount, lengthCode: 1)
        #expect(Postings.measure(count: 900, lengthCode: 1) == most)
        #expect(Postings.measure(count: 900, lengthCode: 127) == UInt16(Postings.measures - 1))
    }

    /// Units far apart stand in different runs, and a field may have more measures than there are codes.
    @Test(arguments: [0, 1, 2] as [UInt64])
    func `whatever is packed comes out as it went in`(seed: UInt64) {
        var random = RandomEntries(seed: seed)
        var lists: [[UInt32: UInt16]] = []
        for size in [0, 1, 3, 400, 3_000] as [UInt32] {
            var list: [UInt32: UInt16] = [:]
            for _ in 0..<size {
                let unit = random.number(below: seed == 0 ? 5_000 : 400_000)
                list[unit] = UInt16(random.number(below: seed == 1 ? 60 : UInt32(Postings.measures)))
            }
            for edge in [0, 65_535, 65_536, 131_071, 131_072] as [UInt32] where size > 400 { list[edge] = 7 }
            lists.append(list)
        }
        var counts = Array(repeating: 0, count: Postings.measures)
        for list in lists { for measure in list.values { counts[Int(measure)] += 1 } }
        var packer = PostingsPacker(counts: counts, capacity: 0)
        for list in lists {
            for (unit, measure) in list.sorted(by: { $0.key < $1.key }) { packer.append(unit, measure) }
            packer.endTerm()
        }
        let postings = packer.finish()
        var counted = Array(repeating: 0, count: Postings.measures)
        postings.countMeasures(&counted)
        #expect(counted == counts)
        #expect(postings.key.places.isEmpty == (seed == 1))
        for (term, list) in lists.enumerated() {
            var found: [UInt32: UInt16] = [:]
            postings.forEach(term) { found[$0] = postings.measure(at: $1) }
            #expect(found == list)
            #expect(units(postings, term) == list.keys.sorted())
            for unit in list.keys { #expect(postings.measure(of: term, in: unit) == list[unit]) }
        }
        for _ in 0..<300 {
            let start = random.number(below: 401_000)
            let range = start..<start + 1 + random.number(below: 100_000)
            var having: [Int] = []
            postings.forEachTerm(in: range) { having.append($0) }
            #expect(having == lists.indices.filter { lists[$0].keys.contains(where: range.contains) })
            #expect((0..<lists.count).map { postings.measure(of: $0, in: start) } == lists.map { $0[start] })
        }
    }
}
