/// The words that begin as a typed one does, of those that visible entries have.
struct Completion {
    /// Fewer letters could be anything; one is enough where a letter is a word.
    private static let shortest = 2

    private let index: VisibleIndex

    init(_ index: VisibleIndex) {
        self.index = index
    }

    /// The most frequent ones, by their keys; what is typed is among them if it is a word itself.
    func readings(of word: TypedWord, limit: Int) -> [Reading] {
        guard word.text.unicodeScalars.count >= Self.shortest || word.folded.count > 2 else { return [] }
        var found: [[UInt8]: Reading] = [:]
        for segment in index.segments.indices {
            let part = index.segments[segment].segment
            let spellings = part.spellings
            for spelling in spellings.shapes.indices {
                let written = spellings.written.key(spelling)
                let letters = spellings.shapes[spelling].isPlain ? written.dropFirst() : written
                guard letters.starts(with: word.folded), index.hasSpelling(spelling, in: segment) else { continue }
                let key = Array(part.wordKeys.key(Int(spellings.words[spelling])))
                let text = String(decoding: letters, as: UTF8.self)
                if let known = found[key], (known.text.count, known.text) <= (text.count, text) { continue }
                found[key] = Reading(
                    key: key, text: text, factor: 1, count: found[key]?.count ?? index.wordCount(key))
            }
        }
        let sorted = found.values.sorted { left, right in
            left.count != right.count ? left.count > right.count : left.text < right.text
        }
        return Array(sorted.prefix(limit))
    }
}
