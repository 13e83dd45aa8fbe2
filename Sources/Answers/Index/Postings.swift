/// For each term, the units that have it, ascending: one list after another in contiguous arrays.
///
/// A unit is what a field counts in: an entry, or one phrasing of an entry. Beside each unit stand, in one number, how often
/// the term occurs and how long the unit is, which is all that BM25 needs.
///
/// A list is cut into runs, each of units that are alike in all but their low sixteen bits, so that a posting takes three bytes:
/// these bits, and a code for its measure.
final class Postings: Sendable {
    /// The most occurrences that are told apart.
    static let maximumCount = 15
    /// How many measures there are.
    static let measures = 1 << 11

    /// Where each term's runs begin, and where the last end.
    let firstRuns: [UInt32]
    /// The high bits of each run's units.
    let highs: [UInt16]
    /// Where each run begins in ``lows``, and where the last ends.
    let starts: [UInt32]
    /// The low bits of the units.
    let lows: [UInt16]
    /// For each unit, what is known of the term in it.
    let codes: [UInt8]
    /// What the codes stand for.
    let key: MeasureKey
    /// The highest code of each block of codes, one list after another: codes ascend by what they are worth.
    let peaks: [UInt8]
    /// How many codes share a number in ``peaks``.
    static let block = 64

    init(
        firstRuns: [UInt32], highs: [UInt16], starts: [UInt32], lows: [UInt16], codes: [UInt8], key: MeasureKey
    ) {
        self.firstRuns = firstRuns
        self.highs = highs
        self.starts = starts
        self.lows = lows
        self.codes = codes
        self.key = key
        peaks = codes.withUnsafeBufferPointer { codes in
            stride(from: 0, to: codes.count, by: Self.block).map {
                Self.highest(codes, $0..<min($0 + Self.block, codes.count))
            }
        }
    }

    /// Packs how often a term occurs with the code of the unit's length.
    static func measure(count: Int, lengthCode: UInt16) -> UInt16 {
        UInt16(min(count, maximumCount)) << 7 | lengthCode
    }

    /// How many terms there are.
    var termCount: Int { firstRuns.count - 1 }

    /// The runs of a term.
    func runs(of term: Int) -> Range<Int> {
        Int(firstRuns[term])..<Int(firstRuns[term + 1])
    }

    /// The places of a run in ``lows`` and ``codes``.
    func places(of run: Int) -> Range<Int> {
        Int(starts[run])..<Int(starts[run + 1])
    }

    /// Where a term's list begins in ``lows`` and ``codes``.
    func start(of term: Int) -> Int { Int(starts[Int(firstRuns[term])]) }

    /// How many units have a term.
    func count(of term: Int) -> Int { start(of: term + 1) - start(of: term) }

    /// Calls `body` with every unit that has a term, ascending, and its place.
    @inline(__always)
    func forEach(_ term: Int, _ body: (_ unit: UInt32, _ place: Int) -> Void) {
        for run in runs(of: term) {
            let high = UInt32(highs[run]) << 16
            for place in places(of: run) { body(high | UInt32(lows[place]), place) }
        }
    }

    /// Whether any unit that has a term, looked at in order with its index in the term's list, is such.
    func contains(_ term: Int, where isSuch: (_ unit: UInt32, _ index: Int) -> Bool) -> Bool {
        let first = start(of: term)
        for run in runs(of: term) {
            let high = UInt32(highs[run]) << 16
            for place in places(of: run) where isSuch(high | UInt32(lows[place]), place - first) { return true }
        }
        return false
    }

    /// Calls `body` with every term that a unit in a range has. The range must not be empty.
    func forEachTerm(in range: Range<UInt32>, _ body: (Int) -> Void) {
        let high = UInt16(range.lowerBound >> 16)
        let low = UInt16(truncatingIfNeeded: range.lowerBound)
        highs.withUnsafeBufferPointer { highs in
            starts.withUnsafeBufferPointer { starts in
                lows.withUnsafeBufferPointer { lows in
                    for term in 0..<termCount {
                        let runs = runs(of: term)
                        var run = runs.lowerBound
                        if run < runs.upperBound, highs[run] < high {
                            run = highs.firstIndex(in: runs, notBelow: high)
                        }
                        guard run < runs.upperBound else { continue }
                        var place = Int(starts[run])
                        // Many lists are short, or begin behind it.
                        if highs[run] == high, lows[place] < low {
                            let end = Int(starts[run + 1])
                            place = lows.firstIndex(in: place..<end, notBelow: low)
                            if place == end { run += 1 }
                            guard run < runs.upperBound else { continue }
                        }
                        if UInt32(highs[run]) << 16 | UInt32(lows[place]) < range.upperBound { body(term) }
                    }
                }
            }
        }
    }

    /// Calls `body` with every unit of a range that has a term, ascending, and its place. The range must not be empty.
    @inline(__always)
    func forEach(_ term: Int, in units: Range<Int>, _ body: (_ unit: Int, _ place: Int) -> Void) {
        let runs = runs(of: term)
        var run = firstRun(in: runs, notBelow: UInt16(units.lowerBound >> 16))
        while run < runs.upperBound {
            let high = Int(highs[run]) << 16
            guard high < units.upperBound else { return }
            let end = Int(starts[run + 1])
            var place = firstPlace(
                in: places(of: run), notBelow: UInt16(truncatingIfNeeded: max(0, units.lowerBound - high)))
            while place < end, high | Int(lows[place]) < units.upperBound {
                body(high | Int(lows[place]), place)
                place += 1
            }
            run += 1
        }
    }

    /// What is known of a term in a unit, as ``measure(count:lengthCode:)`` packs it; nil if the unit has not got it.
    func measure(of term: Int, in unit: UInt32) -> UInt16? {
        let runs = runs(of: term)
        let run = firstRun(in: runs, notBelow: UInt16(unit >> 16))
        guard run < runs.upperBound, highs[run] == unit >> 16 else { return nil }
        let places = places(of: run)
        let low = UInt16(truncatingIfNeeded: unit)
        let place = firstPlace(in: places, notBelow: low)
        return place < places.upperBound && lows[place] == low ? measure(at: place) : nil
    }

    /// The measure at a place.
    func measure(at place: Int) -> UInt16 {
        key.measure(codes[place], at: place)
    }

    /// Adds how often each measure occurs, by the measure.
    func countMeasures(_ counts: inout [Int]) {
        var byCode = Array(repeating: 0, count: 256)
        for code in codes { byCode[Int(code)] += 1 }
        for (code, measure) in key.common.enumerated() { counts[Int(measure)] += byCode[code] }
        for measure in key.measures { counts[Int(measure)] += 1 }
    }

    /// The place in a run of the first unit whose low bits are not below `low`.
    func firstPlace(in places: Range<Int>, notBelow low: UInt16) -> Int {
        lows.withUnsafeBufferPointer { $0.firstIndex(in: places, notBelow: low) }
    }

    private func firstRun(in runs: Range<Int>, notBelow high: UInt16) -> Int {
        highs.withUnsafeBufferPointer { $0.firstIndex(in: runs, notBelow: high) }
    }
}

extension UnsafeBufferPointer where Element: Comparable {
    /// The same for one that is likely to stand near the beginning of the range.
    func firstIndex(galloping range: Range<Int>, notBelow other: Element) -> Int {
        var (low, step) = (range.lowerBound, 1)
        while low + step < range.upperBound, self[low + step] < other {
            low += step
            step *= 2
        }
        return firstIndex(in: low..<Swift.min(low + step + 1, range.upperBound), notBelow: other)
    }

    /// The first index of those in a range, where elements ascend, whose element is not below another.
    func firstIndex(in range: Range<Int>, notBelow other: Element) -> Int {
        // Without a branch in the loop, as nobody can tell which way it goes.
        var first = range.lowerBound
        var count = range.count
        while count > 1 {
            let half = count / 2
            first += self[first + half - 1] < other ? half : 0
            count -= half
        }
        return count == 1 && self[first] < other ? first + 1 : first
    }
}
