extension TagTable {
    func save(_ writer: SavedWriter) throws {
        try written.save(writer)
        try writer.write(numbers)
        try writer.write(firsts)
    }

    /// - Parameter count: how many entries there are.
    init(_ reader: inout SavedReader, entries count: Int) throws(SavedIndexError) {
        let written = try Vocabulary(&reader)
        let numbers = try reader.numbers(UInt32.self)
        let firsts = try reader.numbers(UInt32.self)
        try SavedIndexError.require(
            firsts.count == count + 1 && firsts.isAscending && firsts.first == 0
                && firsts.last.map(Int.init) == numbers.count && numbers.allSatisfy { $0 < written.count },
            "tags are of other entries")
        self.init(written: written, numbers: numbers, firsts: firsts)
    }
}
