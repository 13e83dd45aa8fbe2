/// For each term, the units that have it, ascending: one list after another in contiguous arrays.
///
/// A unit is what a field counts in: an entry, or one phrasing of an entry. Beside each unit stand, in one number, how often
/// the term occurs and how long the unit is, which is all that BM25 needs, and how the word is written there first.
struct Postings: Sendable {
    /// The most occurrences that are told apart.
    static let maximumCount = 15
    /// The most ways of writing a word that are told apart; the last stands for all further ones.
    static let spellings = 32
    /// The bits of a mark that tell occurrences and length.
    static let measure: UInt16 = (1 << 11) - 1

    /// Where each term's list begins, and where the last ends.
    var starts: [UInt32] = [0]
    /// The units.
    var units: [UInt32] = []
    /// What is known of the term in the unit, as ``mark(count:lengthCode:spelling:)`` packs it.
    var marks: [UInt16] = []

    init() {}

    /// Packs how often a term occurs with the code of the unit's length and the number of the word's spelling.
    static func mark(count: Int, lengthCode: UInt16, spelling: UInt16 = 0) -> UInt16 {
        spelling << 11 | UInt16(min(count, maximumCount)) << 7 | lengthCode
    }

    /// The number of the spelling in a mark.
    static func spelling(_ mark: UInt16) -> Int {
        Int(mark >> 11)
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

    /// The same, for a place near the list's beginning.
    func firstPlace(near list: Range<Int>, notBelow unit: UInt32) -> Int {
        var low = list.lowerBound
        var step = 1
        while low + step < list.upperBound, units[low + step] < unit {
            low += step
            step *= 2
        }
        return firstPlace(in: low..<min(low + step + 1, list.upperBound), notBelow: unit)
    }

    /// The mark of a term in a unit; nil if the unit has not got it.
    func mark(of term: Int, in unit: UInt32) -> UInt16? {
        let list = list(term)
        let place = firstPlace(in: list, notBelow: unit)
        return place < list.upperBound && units[place] == unit ? marks[place] : nil
    }
}
