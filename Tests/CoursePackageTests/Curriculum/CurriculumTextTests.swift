import CoursePackage
import Foundation
import Learning
import Testing

@Suite struct CurriculumTextTests {
    @Test(arguments: [
        ("one line", "one line"),
        ("\n    first\n    second\n  ", "first\nsecond"),
        ("\n    list:\n\n    - a\n      - b\n", "list:\n\n- a\n  - b"),
        ("first\n    second\n      third", "first\nsecond\n  third"),
        ("\n\tone\n\t\tcode\n", "one\n\tcode"),
        ("\n  a\n \n\n  b\n", "a\n\n\nb"),
        ("<![CDATA[\n  1 < 2 && <b>\n]]>", "1 < 2 && <b>"),
        ("a<!-- not shown -->b", "ab"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
    ])
    func `Markdown loses the indentation that it shares with the XML, and nothing else`(inside: String, text: String)
        throws
    {
        let reading = try Marked.module("<pledge id='p'><text>\(inside)</text></pledge>").read()
        #expect(try Marked.step(reading).text == text)
    }

    @Test func `line ends of other systems are read as our own`() throws {
        let reading = try Marked.module("<pledge id='p'><text>\r\n  a\r\n  b\r\n</text></pledge>").read()
        #expect(try Marked.step(reading).text == "a\nb")
    }

    @Test func `titles are one line`() throws {
        let reading = try Marked.module("<pledge id='p'><title>\n a\t b \n c </title></pledge>").read()
        #expect(try Marked.step(reading).title == "a b c")
    }

    @Test func `a text over 1 MB is cut, and that is told`() throws {
        let long = String(repeating: "éa ", count: 300_000)
        let marked = Marked.module("<pledge id='p'>1️⃣<text>\(long)</text></pledge>")
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning too-long"])
        #expect(try Marked.step(reading).text?.utf8.count == 1 << 20)
    }

    @Test func `elements come in any order`() throws {
        let marked = Marked(
            "<curriculum xmlns=\"urn:cornerman:curriculum:1\" id=\"c\"><answers><answer id='a' activity='p'><text>T</text><question>Q</question></answer></answers><module id='m' kind='training'><pledge id='p' behaviors='b'><text>x</text><title>P</title></pledge><title>M</title></module><behavior id='b'>B</behavior><title>C</title></curriculum>"
        )
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        #expect(reading.draft?.modules.first?.title == "M")
        #expect(reading.draft?.answers.first?.activity == "p")
        #expect(try Marked.step(reading).behaviors == ["b"])
    }

    @Test func `a prefix does as well as a default namespace`() throws {
        let marked = Marked(
            "<c:curriculum xmlns:c=\"urn:cornerman:curriculum:1\" id=\"c\"><c:title>C</c:title><c:module id='m' kind='training'><c:title>M</c:title><c:pledge id='p'/></c:module></c:curriculum>"
        )
        #expect(marked.said(try marked.read()) == [])
    }
}
