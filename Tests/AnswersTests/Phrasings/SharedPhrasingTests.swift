import Answers
import Testing

@Suite struct SharedPhrasingTests {
    private func learned(
        _ searches: [(Int, String)], revoked: [String] = [], stated: [String] = []
    ) -> [String] {
        SharedPhrasing.learned(
            from: searches.map { (person: $0, words: AskedWords($1)) }, revoked: revoked.map { AskedWords($0) },
            stated: stated.map { AskedWords($0) }
        ).map { "\($0.words): \($0.people)" }
    }

    @Test(
        arguments: [
            ("nobody", [], []),
            ("one person, however often", [(1, "boss blocks me"), (1, "boss blocks me"), (1, "my boss blocks")], []),
            ("two people, word for word", [(1, "boss blocks me"), (2, "Boss blocks me!")], ["boss blocks me: 2"]),
            (
                "what one of them alone typed stays out",
                [(1, "boss of ACME Ltd blocks the deal"), (2, "the boss blocks my deal")], ["boss blocks the deal: 2"]
            ),
            ("inflections are the same word", [(1, "blocked deals"), (2, "blocking deal")], ["blocked deal: 2"]),
            ("accents and case too", [(1, "résumé sent"), (2, "RESUME sent")], ["resume sent: 2"]),
            ("too little in common", [(1, "boss blocks big deal today"), (2, "boss travels abroad often")], []),
            ("small words are not enough", [(1, "what do I do"), (2, "what do I do now, please")], []),
            ("small words alone", [(1, "what do I do"), (2, "what do I do")], []),
            ("one word in common of two", [(1, "discount"), (2, "discount school")], []),
            ("one word, asked for alone by two", [(1, "discount"), (2, "Discounts")], ["discount: 2"]),
            (
                "what is left out was not asked", [(1, "price list -zebra"), (2, "price list -zebra")],
                ["price list: 2"]
            ),
            ("nor is a narrowing", [(1, "price list tag:zebra"), (2, "price list tag:zebra")], ["price list: 2"]),
            (
                "most people first",
                [(1, "boss blocks"), (2, "boss blocks"), (3, "late reply"), (4, "late reply"), (5, "late reply")],
                ["late reply: 3", "boss blocks: 2"]
            ),
            ("letters of other scripts", [(1, "скидка школе"), (2, "СКИДКА школе")], ["скидка школе: 2"]),
            ("nothing but signs", [(1, "?!"), (2, "?!")], []),
        ] as [(String, [(Int, String)], [String])])
    func `only words that two people typed are learned`(name: String, searches: [(Int, String)], wanted: [String]) {
        #expect(learned(searches) == wanted, "\(name)")
    }

    @Test func `what was revoked is not learned again, nor nearly the same; what the answer says needs no learning`() {
        let searches = [(1, "boss blocks deal"), (2, "boss blocks deal"), (3, "late reply"), (4, "late reply")]
        #expect(learned(searches, revoked: ["boss blocks"]) == ["late reply: 2"])
        #expect(learned(searches, revoked: ["blocking deals of the boss"]) == ["late reply: 2"])
        #expect(learned(searches, revoked: ["boss"]) == ["late reply: 2"])
        #expect(learned(searches, stated: ["Late replies?"]) == ["boss blocks deal: 2"])
    }

    @Test func `of many ways of asking those of most people are kept`() {
        let searches = (0..<200).map { ($0 % 7, "way\($0 / 7) number\($0 / 7)") }
        let learned = learned(searches)
        #expect(learned.count == SharedPhrasing.most)
        #expect(learned.allSatisfy { $0.hasSuffix(": 7") })
    }

    @Test func `no word comes from one person alone, whatever people type`() {
        var random = SystemRandomNumberGenerator()
        let words = ["boss", "price", "late", "deal", "quote", "the", "blocks", "call"]
        for _ in 0..<200 {
            let searches = (0..<Int.random(in: 2...12, using: &random)).map { number in
                let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in words.randomElement(using: &random)! }
                return (person: number % 4, text: (text + ["secret\(number % 4)"]).joined(separator: " "))
            }
            let phrasings = SharedPhrasing.learned(from: searches.map { ($0.person, AskedWords($0.text)) })
            for phrasing in phrasings {
                #expect(!phrasing.words.contains("secret"))
                for word in phrasing.words.split(separator: " ") {
                    let people = Set(searches.filter { $0.text.split(separator: " ").contains(word) }.map(\.person))
                    #expect(people.count >= 2, "\(word) of \(searches)")
                }
            }
        }
    }
}
