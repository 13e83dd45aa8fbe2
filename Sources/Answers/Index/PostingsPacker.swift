/// Packs postings, one term after another.
struct PostingsPacker {
    private var firstRuns: [UInt32] = [0]
    private var highs: [UInt16] = []
    private var starts: [UInt32] = []
    private var lows: [UInt16] = []
    private var codes: [UInt8] = []
    private var key: MeasureKey
    /// The code of each measure.
    private var codeOf: [UInt8]
    /// Where the term begins that is not ended yet.
    private var first = 0

    /// - Parameters:
    ///   - counts: how often each measure occurs, by the measure.
    ///   - capacity: at most how many postings there are.
    init(counts: [Int], capacity: Int) {
        key = MeasureKey(counts: counts)
        codeOf = Array(repeating: MeasureKey.apart, count: Postings.measures)
        for (code, measure) in key.common.enumerated() where counts[Int(measure)] > 0 {
            codeOf[Int(measure)] = UInt8(code)
        }
        lows.reserveCapacity(capacity)
        codes.reserveCapacity(capacity)
    }

    /// Adds a unit that has the term; units ascend.
    mutating func append(_ unit: UInt32, _ measure: UInt16) {
        let place = lows.count
        let high = UInt16(truncatingIfNeeded: unit >> 16)
        if place == first || highs.last != high {
            highs.append(high)
            starts.append(UInt32(place))
        }
        lows.append(UInt16(truncatingIfNeeded: unit))
        let code = codeOf[Int(measure)]
        codes.append(code)
        if code == MeasureKey.apart {
            key.places.append(UInt32(place))
            key.measures.append(measure)
        }
    }

    /// Ends the term.
    mutating func endTerm() {
        first = lows.count
        firstRuns.append(UInt32(highs.count))
    }

    /// All terms'
    consuming func finish() -> Postings {
        starts.append(UInt32(lows.count))
        return Postings(firstRuns: firstRuns, highs: highs, starts: starts, lows: lows, codes: codes, key: key)
    }
}
