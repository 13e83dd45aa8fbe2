extension Postings {
    func save(_ writer: SavedWriter) throws {
        try writer.write(starts)
        try writer.write(units)
        try writer.write(marks)
    }

    /// - Parameters:
    ///   - terms: how many terms there are.
    ///   - count: how many units there are.
    init(_ reader: inout SavedReader, terms: Int, count: Int) throws(SavedIndexError) {
        starts = try reader.numbers()
        units = try reader.numbers()
        marks = try reader.numbers()
        try SavedIndexError.require(starts.count == terms + 1, "postings are of other words")
        try SavedIndexError.require(
            starts.isAscending && starts.first == 0 && starts.last.map(Int.init) == units.count,
            "postings do not follow one another")
        try SavedIndexError.require(
            units.count == marks.count && units.allSatisfy { $0 < count }, "postings are of other entries")
    }
}

extension [UInt32] {
    /// Whether none is below the one before it.
    var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
