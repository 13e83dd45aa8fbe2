import Foundation
import Learning
import Testing

@testable import CoursePackage

/// What Moodle's glossary exports.
@Suite struct MoodleGlossaryTests {
    private func rows(_ entries: String) throws -> [AnswerRow] {
        try AnswerFile.read(
            Data(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <GLOSSARY><INFO><NAME>Sales</NAME><INTRO>&lt;p&gt;x&lt;/p&gt;</INTRO><ENTRIES>
                \(entries)
                </ENTRIES></INFO></GLOSSARY>
                """.utf8), as: .xml)
    }

    @Test func `an entry becomes an answer`() throws {
        let rows = try rows(
            """
            <ENTRY><CONCEPT> Discovery call </CONCEPT>
            <DEFINITION>&lt;p&gt;A &lt;b&gt;first&lt;/b&gt; call.&lt;/p&gt;&lt;p&gt;&lt;img src="@@PLUGINFILE@@/a.png" alt="Chart" /&gt;&lt;/p&gt;</DEFINITION>
            <FORMAT>1</FORMAT><USEDYNALINK>1</USEDYNALINK><CASESENSITIVE>0</CASESENSITIVE><TEACHERENTRY>1</TEACHERENTRY>
            <ALIASES><ALIAS><NAME>first call</NAME></ALIAS><ALIAS><NAME>intro call</NAME></ALIAS></ALIASES>
            <CATEGORIES><CATEGORY><NAME>calls</NAME><USEDYNALINK>1</USEDYNALINK></CATEGORY></CATEGORIES>
            <TAGS><TAG>early</TAG></TAGS>
            <ENTRYFILES><FILE><FILENAME>a.png</FILENAME><CONTENTS>AAAA</CONTENTS></FILE></ENTRYFILES></ENTRY>
            <ENTRY><CONCEPT>Discovery Call</CONCEPT><DEFINITION>1. a *b*</DEFINITION><FORMAT>2</FORMAT></ENTRY>
            <ENTRY><CONCEPT>Markdown</CONCEPT><DEFINITION>a *b*</DEFINITION><FORMAT>4</FORMAT></ENTRY>
            <ENTRY><CONCEPT>Auto</CONCEPT><DEFINITION>a
            b</DEFINITION><FORMAT>0</FORMAT></ENTRY>
            """)
        #expect(rows.map(\.fault) == [nil, nil, nil, nil])
        let fields = rows[0].fields.normalized
        #expect(fields.question == "Discovery call" && fields.text == "A **first** call.\n\nChart")
        #expect(fields.also == ["first call", "intro call"] && fields.tags == ["calls", "early"])
        #expect(rows[0].warnings.map(\.code) == ["html-left-out", "file-left-out"])
        #expect(rows[0].warnings[0].message == "Left out of the text: picture (1).")
        #expect(
            rows.map { $0.key?.dropLast(9) } == [
                "sales-discovery-call", "sales-discovery-call", "sales-markdown", "sales-auto",
            ])
        #expect(Set(rows.map(\.key)).count == 4)
        #expect(rows[1...].map(\.fields.text) == ["1\\. a \\*b\\*", "a *b*", "a\\\nb"])
        #expect(rows[0].position == FilePosition(line: 3, column: 1))
    }

    @Test func `an entry without a definition, and one whose HTML was written bare, are refused`() throws {
        let rows = try rows(
            "<ENTRY><CONCEPT>a</CONCEPT></ENTRY><ENTRY><CONCEPT>b</CONCEPT><DEFINITION><p>c</p></DEFINITION></ENTRY>")
        #expect(rows.map { $0.fault?.code } == [nil, "unknown-element"])
        #expect(rows[0].fields.problems.map(\.pointer) == ["/text"])
    }

    @Test func `an entry of which not all is read is refused for itself, whatever the size of its files`() throws {
        let long = String(repeating: "abc ", count: 1 << 18) + "d"
        let rows = try rows(
            """
            <ENTRY>
            <CONCEPT>a</CONCEPT><DEFINITION>\(long)</DEFINITION></ENTRY>
            <ENTRY><CONCEPT>b</CONCEPT><DEFINITION>c</DEFINITION><ENTRYFILES><FILE><FILENAME>a.png</FILENAME>
            <CONTENTS>\(long)</CONTENTS></FILE></ENTRYFILES></ENTRY>
            <ENTRY><CONCEPT>c</CONCEPT>lost<DEFINITION>c</DEFINITION></ENTRY>
            """)
        #expect(rows.map { $0.fault?.code } == ["too-long", nil, "stray-text"])
        let fault = rows[0].placed(try #require(rows[0].fault))
        #expect(fault.pointer == "/text" && fault.line == 4 && fault.column == 21)
        #expect(rows[1].warnings.map(\.code) == ["file-left-out"])
    }

    @Test(arguments: [
        ("<p>a</p><p>b</p>", "a\n\nb"), ("a<br>b<br />c", "a\\\nb\\\nc"), ("<h2>a</h2>b", "## a\n\nb"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n\n- b\n\n  - c"),
        ("<ol><li>a<li>b</ol>", "1. a\n\n2. b"), ("<ol><li><p>a</p><p>b</p></li></ol>", "1. a\n\n   b"),
        ("<b> a </b>b <i>c</i>", "**a** b *c*"), ("<b><b>a</b></b>", "**a**"), ("<b>a", "**a**"),
        ("a</b></p></ul>b", "a\n\nb"),
        ("<a href=\"https://a.b/c?d=1&amp;e=2\">f</a>", "[f](<https://a.b/c?d=1&e=2>)"),
        ("<a href=\"javascript:alert(1)\">f</a>", "f"), ("<a href='https://a.b/ onx=\"'>f</a>", "f"),
        ("<script>alert('<b>')</script>a<style>b</style>", "a"), ("<!-- <b> -->a", "a"),
        ("a &lt;script&gt; &amp;lt; *b* _c_ d_e", "a \\<script\\> \\&lt; \\*b\\* \\_c\\_ d_e"),
        ("# a", "\\# a"), ("1. a", "1\\. a"), ("- a", "\\- a"), ("1 < 2 & 3", "1 \\< 2 \\& 3"),
        ("<pre>a\n  *b*</pre>", "```\na\n  *b*\n```"), ("<code>a`b</code>", "`` a`b ``"),
        ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n\n> b\n\nc"),
        (
            "<table><tr><th>a</th><th>b|c</th></tr><tr><td>d<br>e</td></tr></table>f",
            "| a | b\\|c |\n| --- | --- |\n| d e |\n\nf"
        ),
        (
            "<table><tr><td>a</td></tr><tr><td>b</td><td>c</td><td>d</td></tr></table>",
            "| a |  |  |\n| --- | --- | --- |\n| b | c | d |"
        ),
        (
            "<table><tr><td><code>a|b</code></td><td><a href='https://a.b/c|d'>e</a></td></tr></table>",
            "| `a\\|b` | [e](<https://a.b/c\\|d>) |\n| --- | --- |"
        ), ("<code>a|b</code>", "`a|b`"),
        ("Great!<a href='http://x.example/y'>look</a>", "Great\\![look](<http://x.example/y>)"),
        ("<b>Great!<a href='http://x.example/y'>look</a></b>", "**Great\\![look](<http://x.example/y>)**"),
        ("Great! <a href='http://x.example/y'>look</a>", "Great! [look](<http://x.example/y>)"),
        ("<p>a</p><svg/><p>b</p>", "a\n\nb"), ("<svg viewBox='0 0 1 1' /><p>b</p><svg>c</svg>", "b"),
        ("<svg><svg>a</svg>b</svg>c", "c"), ("<svg><svg/>a</svg>b", "b"), ("<video src=x><p>a</p>", "a"),
        ("<video><p>a</p><video>b</video>c", "a\n\nc"), ("<style><p>a</p>", "a"), ("<title>a", "a"),
        ("<script src='x'/><p>a</p><script>b</script>", "a"), ("<script><p>a</p>", "a"),
        ("a&nbsp;b &#228;&#x1F600; &copy", "a b ä😀 \\&copy"), ("<iframe src=x>y</iframe>z", "z"), ("", ""),
        ("<", "\\<"), ("<a href", ""),
    ])
    func `HTML becomes Markdown`(_ sample: (html: String, markdown: String)) {
        #expect(HTMLMarkdown.make(sample.html).markdown == sample.markdown)
    }

    @Test(arguments: [
        "<b>", "<ul><li>", "<blockquote>", "<a href='https://a.b'>", "<table><tr><td>", "<", "&", "<!--", "<p",
        "<i></b>", "<table><tr><td>a</td>", "<video>", "<style>", "<svg></svg><video>", "<script>", "<svg/>", "<p ",
    ])
    func `much of anything is read in time`(_ piece: String) {
        let html = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let time = ContinuousClock().measure { _ = HTMLMarkdown.make(html) }
        #expect(time < .seconds(30))
    }

    private static func repeated(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

    @Test(arguments: [
        repeated("<ul><li>", 16) + repeated("<p>a", 20_000), repeated("<blockquote>", 16) + repeated("a<br>", 20_000),
        repeated("<ul><li>", 16) + "<pre>" + repeated("a\n", 20_000),
        repeated("<blockquote>", 16) + repeated("<hr>", 20_000),
        "<a href='https://a.b/\(repeated("c", 50_000))'>" + repeated("<p>a", 12_000),
        "<table><tr><td><a href='https://a.b/\(repeated("c", 50_000))'>" + repeated("<p>a", 12_000),
        repeated("<ul><li>", 16) + "<table>" + repeated("<tr><td>a</td></tr>", 20_000) + "</table>",
    ])
    func `a definition of which far too much would be made is given up`(_ html: String) {
        var made: HTMLMarkdown.Made?
        let time = ContinuousClock().measure { made = HTMLMarkdown.make(html) }
        #expect(made == HTMLMarkdown.Made(problem: .tooLong))
        #expect(time < .seconds(30))
    }

    @Test func `a wide row makes no other row wide`() {
        let html =
            "<table><tr>\(Self.repeated("<td></td>", 5000))</tr>\(Self.repeated("<tr><td></td></tr>", 3000))</table>"
        let made = HTMLMarkdown.make(html)
        #expect(made.problem == nil && made.markdown.utf8.count < 80_000)
    }

    @Test(arguments: [
        (repeated("&lt;ul&gt;&lt;li&gt;", 16) + repeated("&lt;p&gt;a", 20_000), "too-long"),
        ("a &lt;b", "element-open"),
        ("&lt;a href=\"x&gt;a&lt;/a&gt; b", "element-open"), ("a &lt;!-- b", "element-open"),
        (repeated("a", 1_100_000), "too-long"),
    ])
    func `a definition that is not read to its end is refused with its place`(
        _ sample: (definition: String, code: String)
    ) throws {
        let rows = try rows(
            "<ENTRY><CONCEPT>a</CONCEPT>\n<DEFINITION>\(sample.definition)</DEFINITION></ENTRY>"
                + "<ENTRY><CONCEPT>b</CONCEPT><DEFINITION>c</DEFINITION></ENTRY>")
        let detail = rows[0].placed(try #require(rows[0].fault))
        #expect(detail.code == sample.code && detail.pointer == "/text" && detail.line == 4, "\(detail)")
        #expect(rows[1].fault == nil && rows[1].fields.text == "c")
    }

    private func keys(_ entries: (concept: String, definition: String)...) throws -> [AnswerRow] {
        try rows(
            entries.map {
                "<ENTRY><CONCEPT>\($0.concept)</CONCEPT><DEFINITION>\($0.definition)</DEFINITION></ENTRY>"
            }.joined(separator: "\n"))
    }

    @Test func `an entry keeps its key when another is deleted`() throws {
        let all = try keys(("Prices?", "a"), ("Prices!", "b"), ("prices", "c")).map(\.key)
        #expect(Set(all).count == 3 && all.allSatisfy { $0?.hasPrefix("sales-prices") == true }, "\(all)")
        #expect(try keys(("prices", "d"), ("Prices!", "b")).map(\.key) == [all[2], all[1]])
        #expect(try keys((" Prices? ", "a")).map(\.key) == [all[0]])
        let long = try keys((Self.repeated("a", 300), "a"), (Self.repeated("a", 301), "a"))
        #expect(long.map(\.fault) == [nil, nil] && long[0].key != long[1].key)
    }

    @Test func `entries of one concept are told apart by their definitions`() throws {
        let rows = try keys(("a", "b"), ("a", "c"), ("a", "d"), ("a", "c"), ("a", "b"))
        #expect(rows.map { $0.fault?.code } == [nil, nil, nil, "key-twice", "key-twice"])
        #expect(rows[3].placed(try #require(rows[3].fault)).line == 6)
        #expect(try keys(("a", "b"), ("a", "d")).map(\.key) == [rows[0].key, rows[2].key])
    }
}
