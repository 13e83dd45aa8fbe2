import Markdown
import Testing

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("**a** *b* `c`", "a b c"),
        ("# Head\n\nfirst\nsecond", "Head\nfirst second"),
        ("- one\n- two\n\n  more", "one\ntwo\nmore"),
        ("[words](https://example.org) ![alt](p.png)", "words alt"),
        ("```\ncode\nmore\n```\n\nend", "code\nmore\nend"),
        ("| a | b |\n| - | - |\n| 1 | 2 |", "a\nb\n1\n2"),
        ("a <b>bold</b> c", "a bold c"),
        ("<div>some <i>words</i></div>", "some words"),
        ("a &amp; b", "a & b"),
        ("---", ""),
        ("", ""),
    ])
    func `only the words are left`(markdown: String, words: String) {
        #expect(Markdown.plainText(markdown) == words)
    }
}
