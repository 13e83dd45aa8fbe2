/// A short form that an entry explains, and what it stands for: "Service Level Agreement (SLA)", "SLA (service level agreement)".
struct Acronym: Hashable, Sendable {
    /// Folded.
    let short: [UInt8]
    /// The words that it stands for, folded.
    let words: [[UInt8]]
}

extension Acronym {
    /// Letters that a short form may have.
    static let letters = 2...8

    /// The words behind which a short form may stand for them: their first letters are its letters; small words may lend theirs
    /// or not.
    /// - Parameter isWhole: whether it must stand for all of the words; else for the last of them.
    /// - Returns: how many of the last words it stands for; nil where it stands for none.
    static func count(of short: ArraySlice<UInt8>, standingFor words: [ArraySlice<UInt8>], isWhole: Bool) -> Int? {
        guard var letters = AcronymLetters.all(of: short), Self.letters.contains(letters.count) else { return nil }
        var rest = words[...]
        while let letter = letters.last {
            guard let word = rest.last else { return nil }
            if AcronymLetters.first(of: word) == letter {
                letters.removeLast()
            } else if rest.count == words.count || !SmallWords.contains(String(decoding: word, as: UTF8.self)) {
                return nil
            }
            rest.removeLast()
        }
        let count = words.count - rest.count
        return count > 1 && (rest.isEmpty || !isWhole) ? count : nil
    }
}
