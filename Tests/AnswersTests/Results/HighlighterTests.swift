import Answers
import Testing

@Suite struct HighlighterTests {
    private func marks(_ query: String, in text: String, language: String = "en") -> [String] {
        let index = AnswerIndex([IndexEntry(number: 1, question: text, language: language)])
        let scalars = Array(text.unicodeScalars)
        return index.search(SearchQuery(query, sight: .everything)).highlighter.ranges(in: text, language: language).map
        {
            var marked = String.UnicodeScalarView()
            marked.append(contentsOf: scalars[$0])
            return String(marked)
        }
    }

    @Test(arguments: [
        ("price", "Price, prices: PRICING!", ["Price", "prices", "PRICING"]),
        ("customer", "the customer’s deal", ["customer’s"]),
        ("cafe", "Le Cafe\u{301} 🥊 CAFÉ", ["Cafe\u{301}", "CAFÉ"]), ("nothing", "price", []),
    ])
    func `all forms of a word are marked, whatever their case and accents`(
        query: String, text: String, marked: [String]
    ) {
        #expect(marks(query, in: text) == marked)
    }

    @Test(arguments: [
        ("what do I say about my price", "They say: what about my price?", ["say", "price"]),
        ("teh price", "The price is in the offer", ["price"]),
        ("is it not the price", "It is not the price", ["not", "price"]),
        // Nothing else was asked.
        ("what is it", "What is it about?", ["What", "is", "it"]),
        // The zebra was asked for, and is nowhere.
        ("the zebra", "The price", []),
    ])
    func `small words are marked only where nothing else was asked`(query: String, text: String, marked: [String]) {
        #expect(marks(query, in: text) == marked)
    }

    @Test func `what stands in nearly every entry is not marked beside what is rare`() {
        let index = AnswerIndex(
            (0..<60).map { IndexEntry(number: EntryNumber($0), question: "der Vertrag \($0)", language: "de") }
                + [IndexEntry(number: 99, question: "der Rabatt", language: "de")])
        func marks(_ query: String) -> [Range<Int>] {
            index.search(SearchQuery(query, sight: .everything)).highlighter.ranges(in: "der Rabatt", language: "de")
        }
        #expect(marks("der Rabatt") == [4..<10])
        #expect(marks("der") == [0..<3])
    }

    @Test func `letters of a script without spaces are marked together`() {
        #expect(marks("価格交渉", in: "これは価格交渉です。", language: "ja") == ["価格交渉"])
    }

    @Test func `in other languages the word is marked as it is written`() {
        #expect(marks("preis", in: "Preis und Preise", language: "de") == ["Preis"])
    }

    @Test func `every field of an entry has its marks`() {
        let entry = IndexEntry(
            number: 1, question: "Price?", phrasings: ["no", "their price"], text: "It is the price.",
            tags: ["a", "prices"])
        let results = AnswerIndex([entry]).search(SearchQuery("price", sight: .everything))
        let highlights = results.highlighter.highlights(of: entry)
        #expect(highlights.question == [0..<5])
        #expect(highlights.phrasings == [[], [6..<11]])
        #expect(highlights.text == [10..<15])
        #expect(highlights.tags == [[], [0..<6]])
    }
}
