extension LiveSegment {
    func save(_ writer: SavedWriter) throws {
        try segment.save(writer)
        try writer.write((0..<segment.entries.count).filter(isRemoved).map(UInt32.init))
    }

    init(_ reader: inout SavedReader) throws(SavedIndexError) {
        self.init(try Segment(&reader))
        let gone = try reader.numbers(UInt32.self)
        try SavedIndexError.require(
            gone.isAscending && Set(gone).count == gone.count && gone.allSatisfy { $0 < segment.entries.count },
            "what was taken out was never in")
        remove(gone.map(Int.init))
    }
}

extension Segment {
    fileprivate func save(_ writer: SavedWriter) throws {
        try entries.save(writer)
        try wordKeys.save(writer)
        try letterKeys.save(writer)
        try spellings.save(writer)
        for postings in [phrasings, words, tags, letters, plainLetters] { try postings.save(writer) }
        try spellingNumbers.save(writer)
    }

    fileprivate convenience init(_ reader: inout SavedReader) throws(SavedIndexError) {
        let entries = try EntryTable(&reader)
        let words = try Vocabulary(&reader)
        let letters = try Vocabulary(&reader)
        let (slots, phrasings) = (entries.count, entries.phrasingEntries.count)
        let spellings = try SpellingTable(&reader, words: words.count)
        let phrasingPostings = try Postings(&reader, terms: words.count, count: phrasings)
        let wordPostings = try Postings(&reader, terms: words.count, count: slots)
        let tagPostings = try Postings(&reader, terms: words.count, count: slots)
        let letterPostings = try Postings(&reader, terms: letters.count, count: phrasings)
        let plainPostings = try Postings(&reader, terms: letters.count, count: slots)
        self.init(
            entries: entries, wordKeys: words, letterKeys: letters, spellings: spellings,
            phrasings: phrasingPostings, words: wordPostings,
            spellingNumbers: try SpellingNumbers(&reader, of: wordPostings), tags: tagPostings,
            letters: letterPostings, plainLetters: plainPostings)
    }
}
