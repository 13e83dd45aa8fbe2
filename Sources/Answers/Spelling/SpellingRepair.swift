/// Reads a word that no visible entry has as words that visible entries have.
///
/// What was typed is compared with how words are written, and its stem with stems, so that what was meant may be any form of
/// the word. One typing error first; if nothing is that near, two in long words that begin alike. Words that the asker may
/// not see are never offered, but for those of the thesaurus, which is everybody's.
struct SpellingRepair {
    /// Shorter words are not repaired: too much lies one error away.
    private static let shortest = 4
    /// Words from here on may have two errors.
    private static let long = 8
    /// The most readings of one word.
    private static let readings = 3

    private let index: VisibleIndex

    init(_ index: VisibleIndex) {
        self.index = index
    }

    /// The likeliest readings, best first.
    func readings(of word: TypedWord) -> [Reading] {
        let letters = Array(word.text.unicodeScalars)
        guard letters.count >= Self.shortest, letters.allSatisfy({ $0.properties.numericType == nil }) else {
            return []
        }
        var found = near(word, edits: 1)
        if found.isEmpty, letters.count >= Self.long { found = near(word, edits: 2) }
        for reading in index.thesaurus.readings(of: word) where found[reading.key] == nil {
            found[reading.key] = reading
        }
        let sorted = found.values.sorted { left, right in
            if left.factor != right.factor { return left.factor > right.factor }
            if left.count != right.count { return left.count > right.count }
            return left.key.lexicographicallyPrecedes(right.key)
        }
        return Array(sorted.prefix(Self.readings))
    }

    /// The words that are written like what was typed, or share a stem with what is, but for so many errors; by their keys.
    private func near(_ word: TypedWord, edits: Int) -> [[UInt8]: Reading] {
        var similar = SimilarWords(word, edits: edits)
        var found: [[UInt8]: Reading] = [:]
        for segment in index.segments.indices {
            let part = index.segments[segment].segment
            let spellings = part.spellings
            for spelling in spellings.shapes.indices {
                let number = Int(spellings.words[spelling])
                let shape = spellings.shapes[spelling]
                let keyShape = part.wordShapes[number]
                guard similar.mayBeNear(shape) || similar.mayBeNear(keyShape) else { continue }
                let written = spellings.written.key(spelling)
                let key = part.wordKeys.key(number)
                let factors = [similar.factor(written, shape), similar.factor(key, keyShape)]
                guard let factor = factors.compactMap({ $0 }).max(), index.hasSpelling(spelling, in: segment) else {
                    continue
                }
                let text = String(decoding: shape.isPlain ? written.dropFirst() : written, as: UTF8.self)
                offer(Array(key), text, factor, into: &found)
            }
        }
        return found
    }

    private func offer(_ key: [UInt8], _ text: String, _ factor: Float, into found: inout [[UInt8]: Reading]) {
        if let known = found[key] {
            guard factor > known.factor || (factor == known.factor && text < known.text) else { return }
            found[key] = Reading(key: key, text: text, factor: factor, count: known.count)
        } else {
            found[key] = Reading(key: key, text: text, factor: factor, count: index.wordCount(key))
        }
    }
}
