/// Where the entries of a segment belong, in twelve bytes each.
struct PlaceTable: Sendable {
    /// Stands for a number that is not given.
    private static let nowhere = UInt32.max

    /// The course, the module and the activity of each entry.
    private(set) var numbers: [UInt32] = []

    init() {}

    /// - Parameter numbers: what ``numbers`` were before.
    init(numbers: [UInt32]) { self.numbers = numbers }

    /// How many numbers an entry has.
    static let columns = 3

    /// Adds an entry's.
    mutating func append(_ place: Place) {
        numbers.append(place.course ?? Self.nowhere)
        numbers.append(place.module ?? Self.nowhere)
        numbers.append(place.activity ?? Self.nowhere)
    }

    /// Where an entry belongs.
    subscript(slot: Int) -> Place {
        Place(course: known(slot, 0), module: known(slot, 1), activity: known(slot, 2))
    }

    private func known(_ slot: Int, _ column: Int) -> UInt32? {
        let number = numbers[slot * Self.columns + column]
        return number == Self.nowhere ? nil : number
    }
}
