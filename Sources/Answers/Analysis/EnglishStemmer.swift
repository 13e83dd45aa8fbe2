/// The English stemming algorithm known as Porter2, after its definition at
/// snowballstem.org/algorithms/english/stemmer.html.
///
/// It works on folded ASCII words in place; words with other bytes stay as they are. A `y` that acts as a consonant is
/// kept as `Y` while the steps run.
struct EnglishStemmer {
    var word: [UInt8]
    /// Where the region after the first consonant that follows a vowel begins.
    var regionOne = 0
    /// The same again inside region one.
    var regionTwo = 0

    private init(_ word: [UInt8]) {
        self.word = word
    }

    /// The stem of a folded word.
    static func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2, word.allSatisfy({ $0 < 0x80 }) else { return word }
        if word.count <= longestException, let exception = exceptions[word] { return exception }
        var stemmer = EnglishStemmer(word)
        stemmer.markConsonantY()
        stemmer.findRegions()
        stemmer.stepOneA()
        if !stemmer.isFinished {
            stemmer.stepOneB()
            stemmer.stepOneC()
            stemmer.stepTwo()
            stemmer.stepThree()
            stemmer.stepFour()
            stemmer.stepFive()
        }
        for index in stemmer.word.indices where stemmer.word[index] == .bigY { stemmer.word[index] = .y }
        return stemmer.word
    }

    /// Whether it is one of the words that are left alone once plurals are off.
    private var isFinished: Bool {
        (6...7).contains(word.count) && (ends("ing") || ends("eed")) && Self.untouchedAfterStepOneA.contains(word)
    }

    private mutating func markConsonantY() {
        for index in word.indices where word[index] == .y && (index == 0 || isVowel(index - 1)) {
            word[index] = .bigY
        }
    }

    private mutating func findRegions() {
        regionOne = afterFirstClosedVowel(from: 0)
        for prefix in Self.regionOnePrefixes where begins(prefix) { regionOne = prefix.utf8CodeUnitCount }
        regionTwo = afterFirstClosedVowel(from: regionOne)
    }

    private func afterFirstClosedVowel(from start: Int) -> Int {
        var index = start
        while index < word.count, !isVowel(index) { index += 1 }
        while index < word.count, isVowel(index) { index += 1 }
        return min(index + 1, word.count)
    }

    private static let regionOnePrefixes: [StaticString] = ["gener", "commun", "arsen"]

    private static let longestException = 6

    private static let exceptions: [[UInt8]: [UInt8]] = table([
        "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
        "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky",
        "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
    ])

    private static let untouchedAfterStepOneA = Set(
        ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"].map { Array($0.utf8) })

    private static func table(_ words: [String: String]) -> [[UInt8]: [UInt8]] {
        Dictionary(uniqueKeysWithValues: words.map { (Array($0.key.utf8), Array($0.value.utf8)) })
    }
}

extension UInt8 {
    static let y = UInt8(ascii: "y")
    static let bigY = UInt8(ascii: "Y")
}
