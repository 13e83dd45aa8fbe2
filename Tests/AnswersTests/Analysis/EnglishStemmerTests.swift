import Testing

@testable import Answers

@Suite struct EnglishStemmerTests {
    @Test(arguments: [
        // Plurals.
        ("prices", "price"), ("bosses", "boss"), ("replies", "repli"), ("ties", "tie"), ("gas", "gas"), ("gaps", "gap"),
        ("bus", "bus"), ("loss", "loss"),
        // Past tense and -ing.
        ("agreed", "agre"), ("feed", "feed"), ("stalled", "stall"), ("pitched", "pitch"), ("planned", "plan"),
        ("hoping", "hope"), ("closing", "close"), ("sizing", "size"), ("updated", "updat"), ("troubled", "troubl"),
        ("red", "red"), ("sing", "sing"), ("failing", "fail"), ("supposedly", "suppos"),
        // A final y.
        ("company", "compani"), ("reply", "repli"), ("say", "say"), ("by", "by"), ("buyer", "buyer"),
        ("enjoy", "enjoy"),
        // Derived words.
        ("relational", "relat"), ("conditional", "condit"), ("customization", "custom"), ("usefulness", "use"),
        ("responsiveness", "respons"), ("sensibility", "sensibl"), ("probably", "probabl"), ("analogy", "analog"),
        ("quickly", "quick"), ("operator", "oper"), ("fluency", "fluenci"), ("hesitancy", "hesit"),
        ("electrical", "electr"), ("hopeful", "hope"), ("goodness", "good"), ("indicative", "indic"),
        ("formalize", "formal"), ("replacement", "replac"), ("adjustment", "adjust"), ("adoption", "adopt"),
        ("decision", "decis"), ("negotiable", "negoti"), ("committee", "committe"), ("controlling", "control"),
        ("rate", "rate"), ("cease", "ceas"), ("generation", "generat"), ("generous", "generous"),
        ("communication", "communic"), ("arsenal", "arsenal"),
        // Words of their own.
        ("dying", "die"), ("early", "earli"), ("news", "news"), ("proceeded", "proceed"), ("inning", "inning"),
        ("skies", "sky"),
        // Left alone.
        ("at", "at"), ("crm", "crm"), ("q4", "q4"), ("mañana", "mañana"),
    ])
    func `a word is cut to its stem`(word: String, stem: String) {
        #expect(String(decoding: EnglishStemmer.stem(Array(word.utf8)), as: UTF8.self) == stem)
    }

    @Test(arguments: [
        ["connect", "connected", "connecting", "connection", "connections"],
        ["object", "objects", "objected", "objection", "objections"],
        ["coach", "coaches", "coached", "coaching"],
        ["commit", "commits", "committed", "committing"],
    ])
    func `forms of one word share a stem`(forms: [String]) {
        #expect(Set(forms.map { EnglishStemmer.stem(Array($0.utf8)) }).count == 1)
    }

    @Test func `no string of letters breaks it`() {
        let letters = Array("aeiouybcdlstgnz".utf8)
        var number: UInt64 = 1
        for _ in 0..<20_000 {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var rest = number >> 16
            let word = (0..<Int(number >> 60)).map { _ in
                defer { rest /= 15 }
                return letters[Int(rest % 15)]
            }
            #expect(EnglishStemmer.stem(word).count <= word.count + 1)
        }
    }
}
