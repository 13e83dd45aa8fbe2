extension AcronymTable {
    func save(_ writer: SavedWriter) throws {
        try writer.write(initials)
        try writer.write(firsts)
        try writer.write(acronyms.map(\.slot))
        for (acronym, _) in acronyms {
            try writer.write(acronym.short)
            try writer.write(acronym.words.count)
            for word in acronym.words { try writer.write(word) }
        }
    }

    /// - Parameter count: how many entries there are.
    init(_ reader: inout SavedReader, entries count: Int) throws(SavedIndexError) {
        let initials = try reader.numbers(UInt8.self)
        let firsts = try reader.numbers(UInt32.self)
        let slots = try reader.numbers(UInt32.self)
        try SavedIndexError.require(
            firsts.count == count + 1 && firsts.isAscending && firsts.first == 0
                && firsts.last.map(Int.init) == initials.count && slots.isAscending
                && slots.allSatisfy { $0 < count },
            "short forms are of other entries")
        self.init(initials: initials, firsts: firsts)
        for slot in slots {
            let short = try reader.numbers(UInt8.self)
            var words: [[UInt8]] = []
            for _ in 0..<max(0, try reader.number()) { words.append(try reader.numbers(UInt8.self)) }
            try SavedIndexError.require(!words.isEmpty, "a short form stands for nothing")
            add(Acronym(short: short, words: words), slot)
        }
    }
}
