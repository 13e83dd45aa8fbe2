import Testing

@testable import Learning

@Suite struct MarkdownWeightTests {
    private static func table(columns: Int, rows: Int, row: String = "|x|", end: String = "\n", mark: String = "")
        -> String
    {
        mark + String(repeating: "|x", count: columns) + "|" + end + mark + String(repeating: "|-", count: columns)
            + "|"
            + end + String(repeating: mark + row + end, count: rows)
    }

    @Test(arguments: [
        (table(columns: 1_000, rows: 4_000), false),
        (table(columns: 1_000, rows: 4_000, row: "x"), false),
        (table(columns: 1_000, rows: 4_000, end: "\r"), false),
        (table(columns: 1_000, rows: 4_000, end: "\r\n"), false),
        (table(columns: 1_000, rows: 4_000, mark: "> "), false),
        (table(columns: 1_000, rows: 4_000, mark: " "), false),
        (table(columns: 100, rows: 100), false),
        (table(columns: 10, rows: 4_000, row: "| a | b | c | d | e | f | g | h | i | j |"), true),
        (table(columns: 10, rows: 40), true),
        (String(repeating: table(columns: 10, rows: 5) + "\n", count: 100), true),
        (table(columns: 10, rows: 5) + "\r\n" + String(repeating: "words of a long text\r\n", count: 9_000), true),
        (String(repeating: "a|b\n|-|-|-\n", count: 8_000), false),
        (String(repeating: "a|b\n|-|-|-\n\n", count: 8_000), true),
        (String(repeating: "- item\n", count: 8_000), true),
        ("", true),
    ])
    func `tables are laid out unless they come to much more than is written`(markdown: String, isFine: Bool) {
        #expect(MarkdownWeight(markdown).laysOutTables == isFine)
        #expect((MarkdownWeight(markdown).problem == nil) == isFine)
    }

    @Test(arguments: [
        (String(repeating: "www.a_", count: 16_000), false),
        ("http://a" + String(repeating: ")", count: 100_000), false),
        (String(repeating: "x", count: 14_000), true),
        (String(repeating: "See www.example.org now. ", count: 40_000), true),
    ])
    func `bare links are looked for unless a word is endless`(markdown: String, isFine: Bool) {
        #expect(MarkdownWeight(markdown).findsBareLinks == isFine)
        #expect((MarkdownWeight(markdown).problem == nil) == isFine)
    }

    @Test func `an answer whose table is too large is refused with its field`() {
        let fields = AnswerFields(question: "Q?", text: Self.table(columns: 1_000, rows: 4_000))
        #expect(fields.problems.map(\.pointer) == ["/text"])
        #expect(fields.problems.map(\.code) == ["too-large"])
    }
}
