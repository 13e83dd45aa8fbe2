import Foundation
import Testing

@testable import Answers

@Suite struct TokenizerTests {
    private func words(_ text: String, limit: Int = 1_000) -> [String] {
        let list = Tokenizer.tokens(of: text, limit: limit)
        return list.tokens.map { list.text($0) }
    }

    @Test(arguments: [
        ("What do I say?", ["what", "do", "i", "say"]),
        ("e-mail: a.b@c.d (2nd try)", ["e", "mail", "a", "b", "c", "d", "2nd", "try"]),
        ("", []), ("?!… --- \u{0}\u{7}\n", []), ("🥊🥊", []),
        // Apostrophes.
        ("don't", ["dont"]), ("They’re", ["theyre"]), ("the customer's price", ["the", "customer", "price"]),
        ("the customers' price", ["the", "customers", "price"]), ("l'offre d’achat", ["l", "offre", "d", "achat"]),
        ("'quoted' words", ["quoted", "words"]), ("rock'n'roll", ["rock", "n", "roll"]),
        // Case and accents.
        ("Résumé RÉSUMÉ re\u{301}sume\u{301}", ["resume", "resume", "resume"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("ΟΔΟΣ οδος οδοσ", ["οδοσ", "οδοσ", "οδοσ"]),
        ("İstanbul ISTANBUL ıstanbul", ["istanbul", "istanbul", "istanbul"]),
        ("Łódź smørrebrød Ærø", ["lodz", "smorrebrod", "aero"]), ("ﬁnance ＡＢＣ１２ ½", ["finance", "abc12", "12"]),
        ("Ёлка", ["елка"]), ("עִבְרִית", ["עברית"]), ("مُحَمَّد", ["محمد"]), ("한국어", ["한국어"].map(\.decomposed)),
        ("हिन्दी", ["हिन्दी"]),
        // Marks that nobody sees.
        ("pri\u{AD}ce \u{200F}of\u{200E} wi\u{200D}n", ["price", "of", "win"]),
        // Scripts without spaces: letters and pairs.
        ("価格は", ["価", "格", "価格", "は", "格は"]), ("CRM価格x", ["crm", "価", "格", "価格", "x"]),
    ])
    func `text is cut into folded words`(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `a word knows the scalars it stands for`() {
        let list = Tokenizer.tokens(of: "Née: the customer's “ﬁt”, l'ame", limit: 100)
        #expect(list.tokens.map(\.range) == [0..<3, 5..<8, 9..<19, 21..<23, 26..<27, 28..<31])
    }

    @Test func `a combining accent belongs to the word before it`() {
        let list = Tokenizer.tokens(of: "cafe\u{301} au", limit: 100)
        #expect(list.tokens.map(\.range) == [0..<5, 6..<8])
    }

    @Test func `nothing is read beyond the limit`() {
        #expect(words("alpha beta gamma", limit: 8) == ["alpha", "be"])
    }

    @Test func `a very long word is cut`() {
        let found = words(String(repeating: "x", count: 500) + " end")
        #expect(found == [String(repeating: "x", count: IndexLimits.wordScalars), "end"])
    }
}

extension String {
    /// Hangul syllables as their letters.
    fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }
}
