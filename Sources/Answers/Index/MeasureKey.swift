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

    /// The key that leaves as few apart as can be.
    /// - Parameter counts: how often each measure occurs, by the measure.
    init(counts: [Int]) {
        let found = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        self.init(common: found.prefix(Int(Self.apart)).map { UInt16($0) })
    }

    /// The measure at a place.
    func measure(_ code: UInt8, at place: Int) -> UInt16 {
        if code < Self.apart { return common[Int(code)] }
        let index = firstIndex(notBelow: place)
        return index < places.count && places[index] == place ? measures[index] : 0
    }

    /// The index of the first measure that stands apart and whose place is not below one.
    func firstIndex(notBelow place: Int) -> Int {
        places.withUnsafeBufferPointer { $0.firstIndex(in: 0..<places.count, notBelow: UInt32(place)) }
    }
}
