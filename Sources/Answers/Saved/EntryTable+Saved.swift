extension EntryTable {
    func save(_ writer: SavedWriter) throws {
        try writer.write(numbers)
        try writer.write(audiences)
        try writer.write(kinds.map(\.rawValue))
        try writer.write(places.flatMap { [$0.course, $0.module, $0.activity].map { $0 ?? Self.nowhere } })
        try writer.write(sizes.flatMap(\.row))
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
        let places = try reader.numbers(UInt32.self)
        let sizes = try reader.numbers(UInt32.self)
        var scopes: [Set<UInt32>] = []
        for _ in 0..<max(0, try reader.number()) { scopes.append(Set(try reader.numbers(UInt32.self))) }
        try SavedIndexError.require(
            kinds.count == count && audiences.count == count && places.count == 3 * count
                && sizes.count == Totals.Small.columns * count && audiences.allSatisfy { $0 < scopes.count }
                && kinds.allSatisfy { EntryKind(rawValue: $0) != nil },
            "what is known of entries is of others")
        self.init()
        for slot in 0..<count {
            let size = Totals.Small(sizes[slot * Totals.Small.columns..<(slot + 1) * Totals.Small.columns])
            try SavedIndexError.require(
                size.phrasings <= 1 + IndexLimits.phrasings, "an entry has more phrasings than it may")
            append(
                number: numbers[slot], kind: EntryKind(rawValue: kinds[slot]) ?? .answer,
                place: Place(
                    course: Self.known(places[3 * slot]), module: Self.known(places[3 * slot + 1]),
                    activity: Self.known(places[3 * slot + 2])),
                scopes: scopes[Int(audiences[slot])], phrasings: Int(size.phrasings), size: size)
        }
        try SavedIndexError.require(audienceScopes == scopes, "audiences are there twice, or nobody's")
        let tags = try TagTable(&reader, entries: count)
        let acronyms = try AcronymTable(&reader, entries: count)
        set(tags, acronyms, try MeaningTable(&reader, entries: count))
    }

    private static let nowhere = UInt32.max

    private static func known(_ number: UInt32) -> UInt32? { number == nowhere ? nil : number }
}

extension Totals.Small {
    fileprivate static let columns = 7

    fileprivate var row: [UInt32] {
        [phrasings, phrasingWords, phrasingLetters, words, tagWords, plainLetters, isPlain ? 1 : 0]
    }

    /// - Parameter row: as many numbers as there are columns.
    fileprivate init(_ row: ArraySlice<UInt32>) {
        let first = row.startIndex
        self.init(
            phrasings: row[first], phrasingWords: row[first + 1], phrasingLetters: row[first + 2],
            words: row[first + 3], tagWords: row[first + 4], plainLetters: row[first + 5], isPlain: row[first + 6] != 0)
    }
}
