/// The words one typing error away: a letter left out, added, exchanged for another, or two neighbors swapped.
enum EditNeighbors {
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz".utf8)

    /// Calls `body` with every word that may have been meant, and what a hit on it counts for, beside a word typed right.
    /// - Parameter word: folded ASCII letters.
    static func forEach(of word: [UInt8], _ body: ([UInt8], Float) -> Void) {
        func offer(_ edited: [UInt8], _ factor: Float) {
            let first = edited.first == word.first ? 1 : Weights.firstLetterChanged
            body(edited, Weights.repaired * factor * first)
        }
        for place in word.indices {
            var edited = word
            edited.remove(at: place)
            offer(edited, 1)
            if place > 0, word[place] != word[place - 1] {
                edited = word
                edited.swapAt(place, place - 1)
                offer(edited, 1)
            }
            edited = word
            for letter in alphabet where letter != word[place] {
                edited[place] = letter
                offer(edited, Weights.substituted)
            }
        }
        for place in 0...word.count {
            var edited = word
            edited.insert(0, at: place)
            for letter in alphabet {
                edited[place] = letter
                offer(edited, 1)
            }
        }
    }
}
