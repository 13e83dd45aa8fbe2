import Markdown
import Testing

@Suite struct MarkdownHTMLTests {
    @Test(arguments: [
        ("**a** *b* `c`", "<p><strong>a</strong> <em>b</em> <code>c</code></p>\n"),
        ("# Head\n\ntext", "<h1>Head</h1>\n<p>text</p>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("~~gone~~", "<p><del>gone</del></p>\n"),
        (
            "| a | b |\n| - | - |\n| 1 | 2 |",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"
        ),
        ("see https://example.org/x.", "<p>see <a href=\"https://example.org/x\">https://example.org/x</a>.</p>\n"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>\n"),
        ("Grüße 😀", "<p>Grüße 😀</p>\n"),
        ("", ""),
    ])
    func `Markdown becomes HTML`(markdown: String, html: String) {
        #expect(Markdown.html(markdown) == html)
    }

    @Test(arguments: [
        ("a <b>bold</b> c", "<p>a &lt;b&gt;bold&lt;/b&gt; c</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n"),
        ("- <div onclick='x'>\n  y\n  </div>", "<ul>\n<li>&lt;div onclick='x'&gt;\ny\n&lt;/div&gt;</li>\n</ul>\n"),
        ("<!-- a comment -->", "<p>&lt;!-- a comment --&gt;</p>\n"),
    ])
    func `HTML is shown as it is written`(markdown: String, html: String) {
        #expect(Markdown.html(markdown) == html)
    }

    @Test(arguments: [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](vbscript:x)", "[x](data:text/html,x)",
        "[x](file:///etc/passwd)", "[x](java&#10;script:alert(1))", "[x](<java\tscript:alert(1)>)",
        "[x](//evil.example)",
        "[x](\\\\\\\\evil.example)", "[x](/absolute)", "[x](other.html)", "[x](#here)", "[x](https:evil)", "[x]()",
        "![x](data:image/svg+xml,x)", "![x](picture.png)", "<javascript:alert(1)>[x]()", "[x](&#1;javascript:alert(1))",
    ])
    func `an address that is not plainly of the web is taken off its words`(markdown: String) {
        let html = Markdown.html(markdown)
        #expect(!html.contains("href") && !html.contains("src"))
        #expect(html.contains("x"))
    }

    @Test(arguments: [
        "http://example.org/", "https://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG", "mailto:dana@example.org",
    ])
    func `an address of the web is kept`(address: String) {
        #expect(Markdown.html("[**x** y](\(address))") == "<p><a href=\"\(address)\"><strong>x</strong> y</a></p>\n")
    }

    @Test(arguments: [
        ("[x](b.html)", "<p><a href=\"lessons/one/b.html\">x</a></p>\n"),
        ("[x](./b.html?c#d)", "<p><a href=\"lessons/one/b.html?c#d\">x</a></p>\n"),
        ("[x](../b%20c.pdf)", "<p><a href=\"lessons/b%20c.pdf\">x</a></p>\n"),
        ("[x](/b.html)", "<p><a href=\"b.html\">x</a></p>\n"),
        ("![x](../../p.png)", "<p><img src=\"p.png\" alt=\"x\" /></p>\n"),
        ("[x](../../../b.html)", "<p>x</p>\n"),
        ("[x](%2e%2e/%2E%2E/%2e./b.html)", "<p>x</p>\n"),
        ("[x](//evil.example/b)", "<p>x</p>\n"),
        ("[x](javascript:b)", "<p>x</p>\n"),
    ])
    func `a lesson links to files of its package, by their paths from its root`(markdown: String, html: String) {
        #expect(Markdown.html(markdown, links: .package(from: "lessons/one/index.md")) == html)
    }

    @Test(arguments: [
        ("![x](https://example.org/p.png)", "<p><a href=\"https://example.org/p.png\">x</a></p>\n"),
        (
            "![](https://example.org/p.png)",
            "<p><a href=\"https://example.org/p.png\">https://example.org/p.png</a></p>\n"
        ),
        ("[![x](https://example.org/p.png)](https://example.org)", "<p><a href=\"https://example.org\">x</a></p>\n"),
    ])
    func `a picture from elsewhere becomes a link`(markdown: String, html: String) {
        #expect(Markdown.html(markdown) == html)
    }

    @Test func `a long and deeply nested text is rendered`() {
        #expect(Markdown.html(String(repeating: "> ", count: 2_000) + "x").contains("x"))
        #expect(Markdown.html(String(repeating: "[x](https://example.org) ", count: 5_000)).utf8.count > 100_000)
    }
}
