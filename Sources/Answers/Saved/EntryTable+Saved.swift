extension EntryTable {
    func save(_ writer: SavedWriter) throws {
        try writer.write(numbers)
        try writer.write(audiences)
        try writer.write(kinds.map(\.rawValue))
        try writer.write(places.numbers)
        try writer.write(sizes.numbers)
        try writer.write(sizes.largeSlots)
        try writer.write(sizes.largeNumbers)
        try writer.write(firstPhrasings)
        try writer.write(audienceScopes.count)
        for scopes in audienceScopes { try writer.write(scopes.sorted()) }
        try tags.save(writer)
        try acronyms.save(writer)
        try meanings.save(writer)
    }

    init(_ reader: inout SavedReader) throws(SavedIndexError) {
        let numbers = try reader.numbers(UInt32.self)
        let count = numbers.count
        let audiences = try reader.numbers(UInt32.self)
        let kinds = try reader.numbers(UInt8.self)
        let places = PlaceTable(numbers: try reader.numbers(UInt32.self))
        let sizes = SizeTable(
            numbers: try reader.numbers(), largeSlots: try reader.numbers(), largeNumbers: try reader.numbers(),
            entries: count)
        let firstPhrasings = try reader.numbers(UInt32.self)
        var scopes: [Set<UInt32>] = []
        for _ in 0..<max(0, try reader.number()) { scopes.append(Set(try reader.numbers(UInt32.self))) }
        guard let sizes, kinds.count == count, audiences.count == count,
            places.numbers.count == PlaceTable.columns * count, firstPhrasings.count == count + 1,
            firstPhrasings.isAscending, audiences.allSatisfy({ $0 < scopes.count }),
            kinds.allSatisfy({ EntryKind(rawValue: $0) != nil })
        else { throw .contradictory("what is known of entries is of others") }
        self.init()
        for slot in 0..<count {
            let phrasings = Int(firstPhrasings[slot + 1] - firstPhrasings[slot])
            try SavedIndexError.require(
                phrasings <= 1 + IndexLimits.phrasings, "an entry has more phrasings than it may")
            append(
                number: numbers[slot], kind: EntryKind(rawValue: kinds[slot]) ?? .answer, place: places[slot],
                scopes: scopes[Int(audiences[slot])], size: sizes.size(of: slot, phrasings: phrasings))
        }
        try SavedIndexError.require(audienceScopes == scopes, "audiences are there twice, or nobody's")
        let tags = try TagTable(&reader, entries: count)
        let acronyms = try AcronymTable(&reader, entries: count)
        set(tags, acronyms, try MeaningTable(&reader, entries: count))
    }
}
