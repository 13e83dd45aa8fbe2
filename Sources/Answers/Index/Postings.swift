/// For each term, the units that have it, ascending: one list after another in contiguous arrays.
///
/// A unit is what a field counts in: an entry, or one phrasing of an entry. Beside each unit stand, in one number, how often
/// the term occurs and how long the unit is, which is all that BM25 needs.
struct Postings: Sendable {
    /// The most occurrences that are told apart.
    static let maximumCount = 15
    /// How many values a mark can have.
    static let marks = (maximumCount + 1) * LengthCode.count

    /// Where each term's list begins, and where the last ends.
    var starts: [UInt32] = [0]
    /// The units.
    var units: [UInt32] = []
    /// Occurrences and length, as ``mark(count:length:)`` packs them.
    var marks: [UInt16] = []

    /// Packs how often a term occurs with the code of the unit's length.
    static func mark(count: Int, lengthCode: UInt16) -> UInt16 {
        UInt16(min(count, maximumCount)) << 7 | lengthCode
    }

    /// The places of a term's list in ``units`` and ``marks``.
    func list(_ term: Int) -> Range<Int> {
        Int(starts[term])..<Int(starts[term + 1])
    }

    /// The place in the list of the first unit that is not below `unit`.
    func firstPlace(in list: Range<Int>, notBelow unit: UInt32) -> Int {
        var low = list.lowerBound
        var high = list.upperBound
        while low < high {
            let middle = (low + high) / 2
            if units[middle] < unit { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The mark of a term in a unit; nil if the unit has not got it.
    func mark(of term: Int, in unit: UInt32) -> UInt16? {
        let list = list(term)
        let place = firstPlace(in: list, notBelow: unit)
        return place < list.upperBound && units[place] == unit ? marks[place] : nil
    }
}
