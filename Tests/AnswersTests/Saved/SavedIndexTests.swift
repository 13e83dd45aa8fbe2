import Testing

@testable import Answers

/// An index that was saved and loaded tells what it told before, and goes on from there.
@Suite struct SavedIndexTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `what was loaded tells what was saved, and changes like it`(seed: UInt64) throws {
        var made = RandomEntries(seed: seed)
        let index = AnswerIndex()
        for _ in 0..<12 { index.apply(Self.changes(&made)) }
        let loaded = AnswerIndex([made.entry(500)])
        let bytes = try Self.bytes(index)
        try bytes.withUnsafeBytes {
            var reader = SavedReader($0)
            try loaded.load(&reader)
        }
        for step in 0..<6 {
            #expect(loaded.count == index.count)
            for _ in 0..<20 {
                var query = SearchQuery(
                    step % 2 == 0 ? made.query() : made.narrowed(), sight: made.sight(),
                    place: Place(course: made.number(below: 3)), isTyping: step % 3 == 0, facets: 5)
                query.meaning = Self.vector(&made)
                #expect(Told(loaded.search(query)) == Told(index.search(query)), "seed \(seed), \(query.text)")
            }
            let changes = Self.changes(&made)
            index.apply(changes)
            loaded.apply(changes)
        }
        // What is saved of the same state is the same, byte for byte.
        let again = AnswerIndex()
        try bytes.withUnsafeBytes {
            var reader = SavedReader($0)
            try again.load(&reader)
        }
        #expect(try Self.bytes(again) == bytes)
    }

    @Test func `an empty index is one, too`() throws {
        let loaded = AnswerIndex([IndexEntry(number: 1, question: "Gone?")])
        try Self.bytes(AnswerIndex()).withUnsafeBytes {
            var reader = SavedReader($0)
            try loaded.load(&reader)
        }
        #expect(loaded.count == 0)
        #expect(loaded.found("gone") == [])
    }

    @Test func `what is cut anywhere, or has something behind it, is refused and changes nothing`() throws {
        var made = RandomEntries(seed: 9)
        let bytes = try Self.bytes(AnswerIndex((0..<20).map { made.entry($0) }))
        let index = AnswerIndex([IndexEntry(number: 1, question: "What stays?")])
        for end in 0..<bytes.count {
            bytes[..<end].withUnsafeBytes { cut in
                _ = #expect(throws: SavedIndexError.self, "\(end)") {
                    var reader = SavedReader(cut)
                    try index.load(&reader)
                }
            }
        }
        (bytes + [0]).withUnsafeBytes { more in
            _ = #expect(throws: SavedIndexError.contradictory("there is more than there should be")) {
                var reader = SavedReader(more)
                try index.load(&reader)
            }
        }
        #expect(index.found("stays") == [1])
    }

    /// A digest tells what was damaged; what has a right one and is wrong all the same must not end the program when it starts.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `what contradicts itself is refused or taken, and loading it never ends the program`(seed: UInt64) throws {
        var made = RandomEntries(seed: seed)
        let bytes = try Self.bytes(AnswerIndex((0..<20).map { made.entry($0) }))
        var refused = 0
        for _ in 0..<400 {
            var wrong = bytes
            let place = Int(made.number(below: UInt32(bytes.count)))
            wrong[place] ^= UInt8(1 << made.number(below: 3))
            wrong.withUnsafeBytes { raw in
                var reader = SavedReader(raw)
                let index = AnswerIndex()
                do { try index.load(&reader) } catch { refused += 1 }
            }
        }
        #expect(refused > 20)
    }

    private static func bytes(_ index: AnswerIndex) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try index.copy().save(SavedWriter { bytes.append(contentsOf: $0) })
        return bytes
    }

    private static func changes(_ made: inout RandomEntries) -> [IndexChange] {
        (0...made.number(below: 12)).map { _ in
            let number = made.number(below: 60)
            guard made.number(below: 3) > 0 else { return .remove(EntryNumber(number)) }
            var entry = made.entry(number)
            if made.number(below: 2) == 0 {
                entry.meaning = EntryMeaning(
                    phrasings: [vector(&made)].compactMap { $0 }, text: vector(&made), tags: nil)
            }
            return .put(entry)
        }
    }

    private static func vector(_ made: inout RandomEntries) -> MeaningVector? {
        MeaningVector((0..<4).map { _ in Float(made.number(below: 9)) - 4 })
    }
}
