/// What the codes of ``Postings`` stand for. Of the 2,048 measures that there may be, a field has a few hundred, most of them seldom:
/// the most frequent have a byte each, and the others stand apart, by the place of their posting.
struct MeasureKey: Sendable {
    /// The code of a measure that stands apart.
    static let apart: UInt8 = 255

    /// What each code but ``apart`` stands for: 255 measures.
    private(set) var common: [UInt16]
    /// The places whose measures stand apart, ascending.
    var places: [UInt32] = []
    /// Their measures.
    var measures: [UInt16] = []

    /// - Parameter common: at most 255 measures, each once.
    init(common: [UInt16] = []) {
        self.common = common + Array(repeating: 0, count: Int(Self.apart) - common.count)
    }

    /// The key that leaves as few apart as can be. Its codes ascend by what measures are worth in a unit of the usual length.
    /// - Parameter counts: how often each measure occurs, by the measure.
    init(counts: [Int]) {
        let found = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        func length(_ measure: Int) -> Float { LengthCode.length(measure % LengthCode.count) }
        let sum = found.reduce(Float(0)) { $0 + Float(counts[$1]) * length($1) }
        let usual = max(1, sum / Float(max(1, counts.reduce(0, +))))
        func worth(_ measure: Int) -> Float {
            Float(measure / LengthCode.count)
                / (1 - Weights.lengthShare + Weights.lengthShare * length(measure) / usual)
        }
        let common = found.prefix(Int(Self.apart)).map { (worth: worth($0), measure: UInt16($0)) }
        self.init(common: common.sorted { $0 < $1 }.map(\.measure))
    }

    /// The measure at a place.
    func measure(_ code: UInt8, at place: Int) -> UInt16 {
        if code < Self.apart { return common[Int(code)] }
        let index = firstIndex(notBelow: place)
        return index < places.count && places[index] == place ? measures[index] : 0
    }

    /// Calls `body` with every measure that stands apart, with its place.
    func forEachApart(in range: Range<Int>, _ body: (_ place: Int, _ measure: UInt16) -> Void) {
        var index = firstIndex(notBelow: range.lowerBound)
        while index < places.count, places[index] < range.upperBound {
            body(Int(places[index]), measures[index])
            index += 1
        }
    }

    /// The index of the first measure that stands apart and whose place is not below one.
    func firstIndex(notBelow place: Int) -> Int {
        places.withUnsafeBufferPointer { $0.firstIndex(in: 0..<places.count, notBelow: UInt32(place)) }
    }
}
