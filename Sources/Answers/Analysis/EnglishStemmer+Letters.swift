extension EnglishStemmer {
    /// Whether the letter is a vowel; `Y` is not.
    func isVowel(_ index: Int) -> Bool {
        switch word[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), .y: true
        default: false
        }
    }

    func hasVowel(before end: Int) -> Bool {
        (0..<end).contains { isVowel($0) }
    }

    func ends(_ ending: StaticString) -> Bool {
        var place = word.count
        var left = ending.utf8CodeUnitCount
        guard place >= left else { return false }
        // From the end, as it is the last letter that differs most often.
        while left > 0 {
            place -= 1
            left -= 1
            if word[place] != ending.utf8Start[left] { return false }
        }
        return true
    }

    func begins(_ beginning: StaticString) -> Bool {
        let count = beginning.utf8CodeUnitCount
        return word.count >= count && (0..<count).allSatisfy { word[$0] == beginning.utf8Start[$0] }
    }

    mutating func drop(_ count: Int) {
        word.removeLast(count)
    }

    mutating func append(_ letters: StaticString) {
        word.append(contentsOf: UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
    }

    mutating func replace(_ count: Int, _ letters: StaticString) {
        drop(count)
        append(letters)
    }

    /// One of bb, dd, ff, gg, mm, nn, pp, rr, tt at the end.
    var endsInDouble: Bool {
        guard word.count >= 2, let last = word.last, word[word.count - 2] == last else { return false }
        return Self.doubles.contains(last)
    }

    /// A short word ends in a short syllable and has nothing in region one.
    var isShort: Bool {
        regionOne >= word.count && endsInShortSyllable(word.count)
    }

    /// Whether the letters before `end` close with a short syllable: consonant, vowel, consonant other than w, x, Y; or a
    /// vowel at the beginning and a consonant.
    func endsInShortSyllable(_ end: Int) -> Bool {
        if end == 2 { return isVowel(0) && !isVowel(1) }
        guard end >= 3 else { return false }
        let last = word[end - 1]
        return !isVowel(end - 3) && isVowel(end - 2) && !isVowel(end - 1) && last != UInt8(ascii: "w")
            && last != UInt8(ascii: "x") && last != .bigY
    }

    private static let doubles = Set("bdfgmnprt".utf8)
}
