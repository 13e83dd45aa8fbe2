extension EnglishStemmer {
    /// Plurals.
    mutating func stepOneA() {
        if ends("sses") {
            drop(2)
        } else if ends("ied") || ends("ies") {
            drop(word.count > 4 ? 2 : 1)
        } else if ends("us") || ends("ss") {
            return
        } else if ends("s"), word.count > 2, hasVowel(before: word.count - 2) {
            drop(1)
        }
    }

    /// Past tense and -ing.
    mutating func stepOneB() {
        if ends("eedly") || ends("eed") {
            let count = ends("eedly") ? 5 : 3
            if word.count - count >= regionOne { replace(count, "ee") }
            return
        }
        for ending in Self.stepOneBEndings where ends(ending) {
            guard hasVowel(before: word.count - ending.utf8CodeUnitCount) else { return }
            drop(ending.utf8CodeUnitCount)
            if ends("at") || ends("bl") || ends("iz") {
                append("e")
            } else if endsInDouble {
                drop(1)
            } else if isShort {
                append("e")
            }
            return
        }
    }

    private static let stepOneBEndings: [StaticString] = ["ingly", "edly", "ing", "ed"]

    /// A final y after a consonant.
    mutating func stepOneC() {
        guard word.count > 2, let last = word.last, last == .y || last == .bigY, !isVowel(word.count - 2) else {
            return
        }
        replace(1, "i")
    }

    /// Double endings, in region one.
    mutating func stepTwo() {
        apply(Self.stepTwoEndings, from: regionOne)
    }

    /// Further endings, in region one; -ative in region two.
    mutating func stepThree() {
        apply(Self.stepThreeEndings, from: regionOne)
    }

    /// Endings that go altogether, in region two.
    mutating func stepFour() {
        apply(Self.stepFourEndings, from: regionTwo)
    }

    /// A final e or double l.
    mutating func stepFive() {
        let last = word.count - 1
        guard last >= 0 else { return }
        if word[last] == UInt8(ascii: "e") {
            if last >= regionTwo || (last >= regionOne && !endsInShortSyllable(last)) { drop(1) }
        } else if ends("ll"), last >= regionTwo {
            drop(1)
        }
    }

    /// An ending and what takes its place.
    private struct Ending {
        var letters: StaticString
        var replacement: StaticString = ""
        /// The letters of which one must stand before it; empty: any.
        var after: StaticString = ""
        /// Whether it must stand in region two in any case.
        var inRegionTwo = false
    }

    /// Replaces the ending that the word has, the first of the list, if it begins in the region and stands after the right
    /// letter.
    private mutating func apply(_ endings: [Ending], from region: Int) {
        for ending in endings where ends(ending.letters) {
            let start = word.count - ending.letters.utf8CodeUnitCount
            guard start >= (ending.inRegionTwo ? regionTwo : region) else { return }
            if ending.after.utf8CodeUnitCount > 0 {
                guard start > 0, ending.after.withUTF8Buffer({ $0.contains(word[start - 1]) }) else { return }
            }
            replace(word.count - start, ending.replacement)
            return
        }
    }

    private static let stepTwoEndings = [
        Ending(letters: "ational", replacement: "ate"), Ending(letters: "fulness", replacement: "ful"),
        Ending(letters: "iveness", replacement: "ive"), Ending(letters: "ization", replacement: "ize"),
        Ending(letters: "ousness", replacement: "ous"), Ending(letters: "biliti", replacement: "ble"),
        Ending(letters: "lessli", replacement: "less"), Ending(letters: "tional", replacement: "tion"),
        Ending(letters: "alism", replacement: "al"), Ending(letters: "aliti", replacement: "al"),
        Ending(letters: "ation", replacement: "ate"), Ending(letters: "entli", replacement: "ent"),
        Ending(letters: "fulli", replacement: "ful"), Ending(letters: "iviti", replacement: "ive"),
        Ending(letters: "ousli", replacement: "ous"), Ending(letters: "abli", replacement: "able"),
        Ending(letters: "alli", replacement: "al"), Ending(letters: "anci", replacement: "ance"),
        Ending(letters: "ator", replacement: "ate"), Ending(letters: "enci", replacement: "ence"),
        Ending(letters: "izer", replacement: "ize"), Ending(letters: "bli", replacement: "ble"),
        Ending(letters: "ogi", replacement: "og", after: "l"), Ending(letters: "li", after: "cdeghkmnrt"),
    ]

    private static let stepThreeEndings = [
        Ending(letters: "ational", replacement: "ate"), Ending(letters: "tional", replacement: "tion"),
        Ending(letters: "alize", replacement: "al"), Ending(letters: "ative", inRegionTwo: true),
        Ending(letters: "icate", replacement: "ic"), Ending(letters: "iciti", replacement: "ic"),
        Ending(letters: "ical", replacement: "ic"), Ending(letters: "ness"), Ending(letters: "ful"),
    ]

    private static let stepFourEndings = [
        Ending(letters: "ement"), Ending(letters: "able"), Ending(letters: "ance"), Ending(letters: "ence"),
        Ending(letters: "ible"), Ending(letters: "ment"), Ending(letters: "ant"), Ending(letters: "ate"),
        Ending(letters: "ent"), Ending(letters: "ion", after: "st"), Ending(letters: "ism"), Ending(letters: "iti"),
        Ending(letters: "ive"), Ending(letters: "ize"), Ending(letters: "ous"), Ending(letters: "al"),
        Ending(letters: "er"), Ending(letters: "ic"),
    ]
}
