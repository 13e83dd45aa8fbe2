extension Vocabulary {
    func save(_ writer: SavedWriter) throws {
        try writer.write(bytes)
        try writer.write(starts)
    }

    init(_ reader: inout SavedReader) throws(SavedIndexError) {
        let bytes = try reader.numbers(UInt8.self)
        let starts = try reader.numbers(UInt32.self)
        try SavedIndexError.require(
            starts.isAscending && starts.first == 0 && starts.last.map(Int.init) == bytes.count,
            "words do not follow one another")
        self.init()
        for (start, end) in zip(starts, starts.dropFirst()) {
            let known = count
            try SavedIndexError.require(
                insert(bytes[Int(start)..<Int(end)]) == known, "a word is there twice")
        }
    }
}

extension SpellingTable {
    func save(_ writer: SavedWriter) throws {
        try written.save(writer)
        try writer.write(words)
    }

    /// - Parameter count: how many words there are.
    init(_ reader: inout SavedReader, words count: Int) throws(SavedIndexError) {
        let written = try Vocabulary(&reader)
        let words = try reader.numbers(UInt32.self)
        try SavedIndexError.require(
            words.count == written.count && words.allSatisfy { $0 < count }, "spellings are of other words")
        self.init()
        // They were numbered in this order.
        for (index, word) in words.enumerated() { _ = add(written.key(index), of: word) }
    }
}
