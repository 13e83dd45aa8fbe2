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
        #expect(rows.map(\.key) == ["sales-discovery-call", "sales-discovery-call-2", "sales-markdown", "sales-auto"])
        #expect(rows[1...].map(\.fields.text) == ["1\\. a \\*b\\*", "a *b*", "a\\\nb"])
        #expect(rows[0].position == FilePosition(line: 3, column: 1))
    }

    @Test func `an entry without a definition, and one whose HTML was written bare, are refused`() throws {
        let rows = try rows(
            "<ENTRY><CONCEPT>a</CONCEPT></ENTRY><ENTRY><CONCEPT>b</CONCEPT><DEFINITION><p>c</p></DEFINITION></ENTRY>")
        #expect(rows.map { $0.fault?.code } == [nil, "unknown-element"])
        #expect(rows[0].fields.problems.map(\.pointer) == ["/text"])
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
            "| a | b\\|c |\n| --- | --- |\n| d e |  |\n\nf"
        ),
        ("a&nbsp;b &#228;&#x1F600; &copy", "a b ä😀 \\&copy"), ("<iframe src=x>y</iframe>z", "z"), ("", ""),
        ("<", "\\<"), ("<a href", ""),
    ])
    func `HTML becomes Markdown`(_ sample: (html: String, markdown: String)) {
        #expect(HTMLMarkdown.make(sample.html).markdown == sample.markdown)
    }

    @Test(arguments: [
        "<b>", "<ul><li>", "<blockquote>", "<a href='https://a.b'>", "<table><tr><td>", "<", "&", "<!--", "<p",
        "<i></b>", "<table><tr><td>a</td>",
    ])
    func `much of anything is read in time`(_ piece: String) {
        let html = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let time = ContinuousClock().measure { _ = HTMLMarkdown.make(html) }
        #expect(time < .seconds(30))
    }
}
