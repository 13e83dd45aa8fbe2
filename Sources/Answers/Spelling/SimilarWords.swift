/// Tells which words lie within so many typing errors of a typed one or of its stem, and what a hit on them counts for.
struct SimilarWords {
    private let typed: (shape: WordShape, letters: [Unicode.Scalar])
    private let stem: (shape: WordShape, letters: [Unicode.Scalar])?
    private let edits: Int
    private var distance = EditDistance()

    /// - Parameter edits: 1, or 2, where words must begin alike.
    init(_ word: TypedWord, edits: Int) {
        self.edits = edits
        typed = (WordShape(word.folded), Self.scalars(word.folded[...]))
        let stem = WordKey.stemmed(word.folded[...])
        self.stem = stem == word.folded ? nil : (WordShape(stem), Self.scalars(stem[...]))
    }

    /// False if a word of this shape is certainly not near.
    func mayBeNear(_ shape: WordShape) -> Bool {
        if shape.mayBeWithin(edits, of: typed.shape) { return true }
        // A stem is compared with English alone.
        guard let stem, !shape.isPlain else { return false }
        return shape.mayBeWithin(edits, of: stem.shape)
    }

    /// What a hit on a word counts for, beside one typed right; nil if it is not near.
    /// - Parameter word: a spelling or a stem, with its mark if it is a plain word.
    mutating func factor(_ word: ArraySlice<UInt8>, _ shape: WordShape) -> Float? {
        guard mayBeNear(shape) else { return nil }
        let letters = Self.scalars(shape.isPlain ? word.dropFirst() : word)
        let likeTyped = factor(typed.letters, letters)
        guard let stem, !shape.isPlain, let likeStem = factor(stem.letters, letters) else { return likeTyped }
        return max(likeTyped ?? 0, likeStem)
    }

    private mutating func factor(_ typed: [Unicode.Scalar], _ written: [Unicode.Scalar]) -> Float? {
        guard edits == 1 || typed.first == written.first else { return nil }
        return distance.between(typed, written, limit: edits)
            .map { $0 > 1 ? Weights.repairedTwice : Weights.repaired }
    }

    private static func scalars(_ word: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        if word.allSatisfy({ $0 < 0x80 }) { return word.map { Unicode.Scalar($0) } }
        return Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    }
}
