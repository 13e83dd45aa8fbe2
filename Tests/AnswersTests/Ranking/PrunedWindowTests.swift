import Testing

@testable import Answers

@Suite struct PrunedWindowTests {
    /// Of the entries that score as high as the twentieth, none is left out, whatever the window; and most others are.
    @Test(arguments: [50, 100, 777])
    func `whoever reaches the score is found, and few others are looked at`(window: Int) throws {
        var made = RandomEntries(seed: 31)
        let index = AnswerIndex((0..<1_500).map { made.entry($0) })
        var (pruned, looked, all) = (0, 0, 0)
        for _ in 0..<60 {
            let query = SearchQuery(made.query(), sight: .everything)
            let visible = VisibleIndex(index.snapshot, sight: .everything)
            let plan = QueryPlan(query, QuerySyntax(query.text), in: visible)
            let ranking = Ranking(query, plan, [], in: visible)
            let segment = visible.segments[0].segment
            let scan = SegmentScan(segment, number: 0, signals: ranking.signals)
            guard let bounds = ScoreBounds(scan) else { continue }
            let scores = (0..<segment.entries.count).map { scan.score(of: $0).score }
            let least = scores.sorted(by: >)[20]
            var board = ScoreBoard()
            var part = scan
            while part.next(window) {
                guard least > 0, let found = PrunedWindow(part, bounds, toReach: least)?.found(&board) else { continue }
                let most = Dictionary(uniqueKeysWithValues: found.map { ($0.slot, $0.score) })
                for slot in part.slots where scores[slot] >= least {
                    #expect(scores[slot] <= most[slot] ?? 0, "\(query.text), \(slot)")
                }
                #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
                pruned += 1
                looked += found.count
                all += part.slots.count
            }
        }
        #expect(pruned > 0 && looked * 4 < all, "\(pruned) \(looked) \(all)")
    }

    @Test func `the highest code of any places is that of the places alone`() {
        var random = RandomEntries(seed: 3)
        let codes = (0..<1_000).map { _ in UInt8(random.number(below: 255)) }
        let postings = Postings(
            firstRuns: [0, 1], highs: [0], starts: [0, 1_000], lows: (0..<1_000).map { UInt16($0) }, codes: codes,
            key: MeasureKey())
        for _ in 0..<500 {
            let start = Int(random.number(below: 1_000))
            let places = start..<start + Int(random.number(below: UInt32(1_001 - start)))
            #expect(postings.highestCode(in: places) == codes[places].max() ?? 0)
        }
    }

    /// What a code and all below it are worth is little more than what the code is, as codes ascend by it.
    @Test func `no code is worth more than its bound, however long units are`() {
        var counts = Array(repeating: 0, count: Postings.measures)
        for count in 1...6 {
            for length in 1...70 {
                counts[Int(Postings.measure(count: count, lengthCode: UInt16(length)))] = 500 - count * length
            }
        }
        let key = MeasureKey(counts: counts.map { max(0, $0) })
        for average in [1, 20, 400] as [Float] {
            let worth = (0..<Postings.measures).map { measure in
                let count = Float(measure >> 7)
                return count / (count + 1.2 * (0.25 + 0.75 * LengthCode.length(measure & 127) / average))
            }
            let shares = CodeShares(worth, of: key)
            for code in 0..<255 {
                #expect(shares.bounds[code] == shares.byCode[...code].max())
            }
            #expect(shares.most == shares.bounds[255] && shares.byCode[255] == 0)
        }
    }

    @Test(arguments: [[], [5], [5, 6, 8, 40, 41], Array(0..<300)] as [[UInt16]])
    func `a search that begins near by finds what one by halves finds`(numbers: [UInt16]) {
        numbers.withUnsafeBufferPointer { numbers in
            for start in 0...numbers.count {
                for other in 0..<310 as Range<UInt16> {
                    let range = start..<numbers.count
                    #expect(
                        numbers.firstIndex(galloping: range, notBelow: other)
                            == numbers.firstIndex(in: range, notBelow: other))
                }
            }
        }
    }
}
