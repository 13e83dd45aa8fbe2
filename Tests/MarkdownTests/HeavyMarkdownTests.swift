import Markdown
import Testing

@Suite struct HeavyMarkdownTests {
    @Test func `a table that would be filled up with millions of cells is shown as it is written`() {
        let bar = String(repeating: "|x", count: 1_000) + "|\n" + String(repeating: "|-", count: 1_000) + "|\n"
        let html = Markdown.html(bar + String(repeating: "|y|\n", count: 4_000))
        #expect(!html.contains("<table"))
        #expect(html.contains("|y|"))
    }

    @Test func `a table with empty cells at its end is a table`() {
        let html = Markdown.html("| a | b | c |\n| - | - | - |\n| one |\n")
        #expect(html.contains("<td>one</td>"))
        #expect(html.contains("<td></td>"))
    }

    @Test(arguments: ["www.a_", "a|b\n|-|-|-\n"])
    func `what would be read again from every line or letter is not`(part: String) {
        let text = String(repeating: part, count: 100_000 / part.utf8.count)
        #expect(Markdown.plainText(text).contains(part.prefix(3)))
        #expect(!Markdown.html(text).contains("<a "))
    }
}
