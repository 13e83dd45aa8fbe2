import TestKit
import Testing

@testable import Encoder

/// How texts become the numbers of a vocabulary.
struct WordPieceTests {
    struct Case {
        let text: String
        let words: [String]
    }

    static let cases = [
        Case(text: "The price IS too High", words: ["the", "price", "is", "too", "high"]),
        Case(text: "don't pay $5.00/mo!", words: ["don", "'", "t", "pay", "$", "5", ".", "00", "/", "mo", "!"]),
        Case(text: "Résumé, naïve E\u{301}", words: ["resume", ",", "naive", "e"]),
        Case(text: "İstanbul’da", words: ["istanbul", "’", "da"]),
        Case(text: "ΟΔΟΣ Straße", words: ["οδοσ", "straße"]),
        Case(text: "我想 go今日は", words: ["我", "想", "go", "今", "日", "は"]),
        Case(text: "한", words: ["\u{1112}\u{1161}\u{11AB}"]),
        Case(text: "a\u{200B}b\u{FEFF} c\u{A0}d\te\r\nf\u{0}\u{FFFD}", words: ["ab", "c", "d", "e", "f"]),
        Case(text: "½ №5 ﬁne", words: ["½", "№5", "ﬁne"]),
        Case(text: "“quotes” — …", words: ["“", "quotes", "”", "—", "…"]),
        Case(text: "[CLS] x_y", words: ["[", "cls", "]", "x", "_", "y"]),
        Case(text: "😀 ok", words: ["😀", "ok"]),
        Case(text: " \t\n", words: []),
        Case(text: "", words: []),
    ]

    @Test(arguments: cases)
    func `a text is cut into words as the vocabulary expects them`(_ example: Case) {
        #expect(BasicWords.words(of: example.text) == example.words)
    }

    static let pieces: [(String, [Int])] = [
        ("the price", [2, 4, 5, 3]),
        ("higher prices", [2, 8, 9, 5, 10, 3]),
        ("Negotiate?", [2, 18, 19, 20, 15, 3]),
        ("negotiating", [2, 1, 3]),
        ("好好", [2, 21, 21, 3]),
        ("unknown", [2, 1, 3]),
        // A piece that continues a word is no word, and what names a piece in a text is only letters.
        ("##er", [2, 1, 1, 1, 3]),
        ("[SEP]", [2, 1, 1, 1, 3]),
        (String(repeating: "s", count: 101), [2, 1, 3]),
        ("", [2, 3]),
        // Eight at most, the last one still at the end.
        ("the price is too high what do i say", [2, 4, 5, 6, 7, 8, 11, 3]),
    ]

    @Test(arguments: pieces)
    func `a word becomes the longest pieces that it begins with`(_ text: String, _ numbers: [Int]) throws {
        let lines = TinyModel.vocabulary.map { $0 + "\n" }.joined()
        let pieces = try WordPieces(Array(lines.utf8)[...], count: TinyModel.vocabulary.count)
        #expect(pieces.numbers(of: text, limit: 8) == numbers)
    }

    @Test func `only so much of a text is read`() {
        let words = BasicWords.words(of: String(repeating: "a ", count: 1_000_000))
        #expect(words.count == BasicWords.mostScalars / 2)
    }
}
