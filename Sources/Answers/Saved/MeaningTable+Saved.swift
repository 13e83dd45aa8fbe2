extension MeaningTable {
    func save(_ writer: SavedWriter) throws {
        try writer.write(width)
        try writer.write(numbers)
        try writer.write(scales)
        try writer.write(roles.map(\.rawValue))
        try writer.write(firsts)
    }

    /// - Parameter count: how many entries there are.
    init(_ reader: inout SavedReader, entries count: Int) throws(SavedIndexError) {
        self.count = count
        width = try reader.number()
        numbers = try reader.numbers()
        scales = try reader.numbers()
        roles = try reader.numbers(UInt8.self).compactMap(Role.init)
        firsts = try reader.numbers()
        let (size, isTooMuch) = width.multipliedReportingOverflow(by: scales.count)
        try SavedIndexError.require(
            (isEmpty ? firsts.isEmpty : firsts.count == count + 1) && firsts.isAscending && firsts.first ?? 0 == 0
                && Int(firsts.last ?? 0) == scales.count && roles.count == scales.count
                && width >= 0 && !isTooMuch && size == numbers.count,
            "vectors are of other entries")
    }
}
