/// Reads a word that no visible entry has as words that visible entries have.
///
/// One edit away first: an English word is edited and then stemmed, so that what was meant may be any form of the word.
/// If there is none, two edits away in long words that begin alike. Words the asker may not see are never offered.
struct SpellingRepair {
    /// Shorter words are not repaired: too much lies one edit away.
    private static let shortest = 4
    /// Words from here on may have two errors.
    private static let long = 8
    /// The most readings of one word.
    private static let readings = 3

    /// A word that may have been meant.
    struct Reading {
        var key: [UInt8]
        var text: String
        /// What a hit counts for, beside a word typed right.
        var factor: Float
        /// In how many visible entries it stands.
        var count: Int
    }

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
        var found: [[UInt8]: Reading] = [:]
        if word.folded.allSatisfy({ $0 < 0x80 }) { oneEditInEnglish(word, into: &found) }
        if index.totals.plainEntries > 0 { similar(to: word, letters, edits: 1, plainOnly: true, into: &found) }
        if found.isEmpty, letters.count >= Self.long {
            similar(to: word, letters, edits: 2, plainOnly: false, into: &found)
        }
        let sorted = found.values.sorted { left, right in
            if left.factor != right.factor { return left.factor > right.factor }
            if left.count != right.count { return left.count > right.count }
            return left.key.lexicographicallyPrecedes(right.key)
        }
        return Array(sorted.prefix(Self.readings))
    }

    private func oneEditInEnglish(_ word: TypedWord, into found: inout [[UInt8]: Reading]) {
        EditNeighbors.forEach(of: word.folded) { edited, factor in
            let key = WordKey.stemmed(edited[...])
            offer(key, text: String(decoding: edited, as: UTF8.self), factor: factor, into: &found)
        }
    }

    private func similar(
        to word: TypedWord, _ letters: [Unicode.Scalar], edits: Int, plainOnly: Bool,
        into found: inout [[UInt8]: Reading]
    ) {
        let stem = WordKey.stemmed(word.folded[...])
        let stemLetters = Array(String(decoding: stem, as: UTF8.self).unicodeScalars)
        let shapes = (WordShape(word.folded), WordShape(stem))
        for live in index.segments {
            let keys = live.segment.wordKeys
            for (number, shape) in live.segment.wordShapes.enumerated() {
                if plainOnly, !shape.isPlain { continue }
                guard shape.mayBeWithin(edits, of: shapes.0) || shape.mayBeWithin(edits, of: shapes.1) else { continue }
                let key = keys.key(number)
                let text = String(decoding: shape.isPlain ? key.dropFirst() : key, as: UTF8.self)
                let candidate = Array(text.unicodeScalars)
                guard edits == 1 || candidate.first == letters.first else { continue }
                let distance = [letters, stemLetters].prefix(shape.isPlain ? 1 : 2)
                    .compactMap { EditDistance.between($0, candidate, limit: edits) }.min()
                guard let distance else { continue }
                let first = candidate.first == letters.first ? 1 : Weights.firstLetterChanged
                let factor = distance <= 1 ? Weights.repaired * first : Weights.twoEdits
                offer(Array(key), text: text, factor: factor, into: &found)
            }
        }
    }

    private func offer(_ key: [UInt8], text: String, factor: Float, into found: inout [[UInt8]: Reading]) {
        if let known = found[key] {
            guard factor > known.factor || (factor == known.factor && text < known.text) else { return }
            found[key] = Reading(key: key, text: text, factor: factor, count: known.count)
            return
        }
        let count = index.wordCount(key)
        if count > 0 { found[key] = Reading(key: key, text: text, factor: factor, count: count) }
    }
}
