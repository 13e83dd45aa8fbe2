extension Postings {
    func save(_ writer: SavedWriter) throws {
        try writer.write(firstRuns)
        try writer.write(highs)
        try writer.write(starts)
        try writer.write(lows)
        try writer.write(codes)
        try writer.write(key.common)
        try writer.write(key.places)
        try writer.write(key.measures)
    }

    /// - Parameters:
    ///   - terms: how many terms there are.
    ///   - count: how many units there are.
    convenience init(_ reader: inout SavedReader, terms: Int, count: Int) throws(SavedIndexError) {
        let firstRuns = try reader.numbers(UInt32.self)
        let highs = try reader.numbers(UInt16.self)
        let starts = try reader.numbers(UInt32.self)
        let lows = try reader.numbers(UInt16.self)
        let codes = try reader.numbers(UInt8.self)
        let common = try reader.numbers(UInt16.self)
        try SavedIndexError.require(firstRuns.count == terms + 1, "postings are of other words")
        try SavedIndexError.require(
            firstRuns.isAscending && firstRuns.first == 0 && firstRuns.last.map(Int.init) == highs.count
                && starts.count == highs.count + 1 && starts.isAscending && starts.first == 0
                && starts.last.map(Int.init) == lows.count && !zip(starts, starts.dropFirst()).contains { $0 == $1 },
            "postings do not follow one another")
        try SavedIndexError.require(common.count == Int(MeasureKey.apart), "postings have no key")
        var key = MeasureKey(common: common)
        key.places = try reader.numbers()
        key.measures = try reader.numbers()
        try SavedIndexError.require(
            lows.count == codes.count && key.places.count == key.measures.count && key.places.isAscending
                && (key.places.last.map { Int($0) < lows.count } ?? true)
                && (common + key.measures).allSatisfy { $0 < Self.measures },
            "postings have another key")
        self.init(firstRuns: firstRuns, highs: highs, starts: starts, lows: lows, codes: codes, key: key)
        try SavedIndexError.require(areUnits(below: count), "postings are of other entries")
        try SavedIndexError.require(areInOrder, "postings are out of order")
    }

    /// Whether each list has its units once, ascending. Where one list ends and the next begins they may fall, and nowhere else.
    private var areInOrder: Bool {
        var fallsAtTerms = 0
        for term in 0..<termCount {
            let first = Int(firstRuns[term])
            if first > 0, first < firstRuns[term + 1], highs[first - 1] >= highs[first] { fallsAtTerms += 1 }
        }
        var fallsAtRuns = 0
        for start in starts.dropFirst().dropLast() where lows[Int(start) - 1] >= lows[Int(start)] { fallsAtRuns += 1 }
        return highs.falls == fallsAtTerms && lows.falls == fallsAtRuns
    }

    private func areUnits(below count: Int) -> Bool {
        highs.indices.allSatisfy { run in
            let room = count - (Int(highs[run]) << 16)
            return room > UInt16.max || lows[places(of: run)].allSatisfy { $0 < room }
        }
    }
}

extension SpellingNumbers {
    func save(_ writer: SavedWriter) throws {
        try writer.write(widths)
        try writer.write(bytes)
    }

    /// - Parameter words: the postings whose spellings they are.
    init(_ reader: inout SavedReader, of words: Postings) throws(SavedIndexError) {
        let widths = try reader.numbers(UInt8.self)
        let bytes = try reader.numbers(UInt8.self)
        guard let numbers = Self(widths: widths, bytes: bytes, counts: (0..<words.termCount).map(words.count(of:)))
        else { throw .contradictory("spellings are of other postings") }
        self = numbers
    }
}

extension [UInt16] {
    /// How often a number is not above the one before it. Plain, so that the compiler compares many at a time.
    fileprivate var falls: Int {
        withUnsafeBufferPointer { numbers in
            guard let start = numbers.baseAddress else { return 0 }
            var falls = 0
            var place = 1
            while place < numbers.count {
                // No more at a time than a small counter holds.
                let end = Swift.min(place + 32_768, numbers.count)
                var few: UInt16 = 0
                for next in place..<end { few &+= start[next - 1] >= start[next] ? 1 : 0 }
                falls += Int(few)
                place = end
            }
            return falls
        }
    }
}

extension [UInt32] {
    /// Whether none is below the one before it.
    var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
