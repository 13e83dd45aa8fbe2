/// Marks in a text the words that a search looked for, repaired words and inflected forms included.
///
/// The index keeps no texts, so highlights are found in the text that is shown, at the time it is shown.
public struct Highlighter: Sendable {
    private let keys: Set<[UInt8]>

    /// - Parameter keys: the words looked for, as ``WordKey`` makes them.
    init(keys: Set<[UInt8]>) {
        self.keys = keys
    }

    /// The places of the words, ascending and apart from one another, as ranges of Unicode scalars of `text`.
    ///
    /// Looks at the first ``IndexLimits/textScalars`` scalars.
    /// - Parameter language: the BCP 47 tag of the text's language.
    public func ranges(in text: String, language: String) -> [Range<Int>] {
        ranges(in: WordPlaces(of: text, language: language))
    }

    /// The same for a text whose words are known already.
    public func ranges(in places: WordPlaces) -> [Range<Int>] {
        // Letters and pairs of letters overlap in scripts without spaces; what touches is one place.
        var ranges: [Range<Int>] = []
        for (key, range) in places.words where keys.contains(key) {
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }

    /// The places in every field of an entry.
    public func highlights(of entry: IndexEntry) -> Highlights {
        Highlights(
            question: ranges(in: entry.question, language: entry.language),
            phrasings: entry.phrasings.map { ranges(in: $0, language: entry.language) },
            text: ranges(in: entry.text, language: entry.language),
            tags: entry.tags.map { ranges(in: $0, language: entry.language) }
        )
    }
}
