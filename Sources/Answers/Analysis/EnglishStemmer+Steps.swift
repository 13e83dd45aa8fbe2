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
        for ending in ["ingly", "edly", "ing", "ed"] where ends(ending) {
            guard hasVowel(before: word.count - ending.utf8.count) else { return }
            drop(ending.utf8.count)
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

    /// A final y after a consonant.
    mutating func stepOneC() {
        guard word.count > 2, let last = word.last, last == .y || last == .bigY, !isVowel(word.count - 2) else {
            return
        }
        replace(1, "i")
    }

    /// Double endings, in region one.
    mutating func stepTwo() {
        for (ending, replacement) in Self.stepTwoEndings where ends(ending) {
            guard word.count - ending.utf8.count >= regionOne else { return }
            switch ending {
            case "ogi":
                if word.dropLast(3).last == UInt8(ascii: "l") { replace(3, "og") }
            case "li":
                if let before = word.dropLast(2).last, Self.beforeLi.contains(before) { drop(2) }
            default: replace(ending.utf8.count, replacement)
            }
            return
        }
    }

    /// Further endings, in region one; -ative in region two.
    mutating func stepThree() {
        for (ending, replacement) in Self.stepThreeEndings where ends(ending) {
            let start = word.count - ending.utf8.count
            if start >= (ending == "ative" ? regionTwo : regionOne) { replace(ending.utf8.count, replacement) }
            return
        }
    }

    /// Endings that go altogether, in region two.
    mutating func stepFour() {
        for ending in Self.stepFourEndings where ends(ending) {
            let start = word.count - ending.utf8.count
            guard start >= regionTwo else { return }
            if ending == "ion", let before = word.dropLast(3).last, before != UInt8(ascii: "s"),
                before != UInt8(ascii: "t")
            {
                return
            }
            drop(ending.utf8.count)
            return
        }
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

    private static let stepTwoEndings = [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
        ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"),
        ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"),
        ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"),
        ("ogi", "og"), ("li", ""),
    ]

    private static let stepThreeEndings = [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ]

    private static let stepFourEndings = [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize",
        "ous", "al", "er", "ic",
    ]

    private static let beforeLi = Set("cdeghkmnrt".utf8)
}
