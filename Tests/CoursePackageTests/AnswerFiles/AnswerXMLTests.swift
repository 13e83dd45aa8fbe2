import Foundation
import Learning
import Testing

@testable import CoursePackage

/// Files of answers as XML.
@Suite struct AnswerXMLTests {
    private func rows(_ text: String) throws -> [AnswerRow] { try AnswerFile.read(Data(text.utf8), as: .xml) }

    private static let sample = """
        <?xml version="1.0"?>
        <answers xmlns="urn:cornerman:curriculum:1">
          <answer id="a" course="c" activity="x" tags="price, how much" owner="me" verifyBy="2026-03-01" xml:lang="de">
            <question>What do
              I say?</question>
            <also>And now?</also><also>
              Well?</also>
            <text>
              One &amp; two:

                  code
            </text>
          </answer>
          <answer><question xml:space="preserve">a  b</question><tag>x, y</tag><text xml:space="preserve">c
            d</text></answer>
        </answers>
        """

    @Test func `answers are read as a curriculum has them`() throws {
        let rows = try rows(Self.sample)
        #expect(rows.map(\.fault) == [nil, nil])
        #expect(rows.map(\.position) == [FilePosition(line: 3, column: 3), FilePosition(line: 14, column: 3)])
        let fields = rows[0].fields
        #expect(fields.question == "What do I say?" && fields.also == ["And now?", "Well?"])
        #expect(fields.text == "One & two:\n\n    code" && fields.tags == ["price", "how much"])
        #expect(fields.language == "de" && fields.activity == "x" && fields.verifyBy == CivilDate("2026-03-01"))
        #expect(rows[0].key == "a" && rows[0].course == "c" && rows[0].owner == "me")
        #expect(
            rows[1].fields.question == "a  b" && rows[1].fields.text == "c\n    d" && rows[1].fields.tags == ["x, y"])
    }

    @Test(arguments: [
        "\u{FEFF}" + sample, sample.replacing(" xmlns=\"urn:cornerman:curriculum:1\"", with: ""),
    ])
    func `a byte order mark, and no namespace, are taken`(_ text: String) throws {
        #expect(try rows(text).count == 2)
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 is taken in every format`(_ encoding: String.Encoding) throws {
        func encoded(_ text: String) throws -> Data { try #require(("\u{FEFF}" + text).data(using: encoding)) }
        #expect(try AnswerFile.read(encoded(Self.sample), as: .xml).count == 2)
        #expect(try AnswerFile.read(encoded("question\ttext\nWhy?\tÄ\n"), as: .csv)[0].fields.text == "Ä")
        #expect(try AnswerFile.read(encoded(#"{"answers":[]}"#), as: .json).isEmpty)
        let cut = try encoded("question,text\n").dropLast()
        #expect(#expect(throws: Refusal.self) { try AnswerFile.read(cut, as: .csv) }?.code == "bad-utf16")
    }

    @Test(arguments: [
        ("<answer><question>a</question><text>b</text><colour/></answer>", "unknown-element", "", 45),
        ("<answer colour=\"red\"><question>a</question></answer>", "unknown-attribute", "", 1),
        ("<answer><question>a</question><question>b</question></answer>", "element-twice", "/question", 31),
        ("<answer><question>a</question><text><p>b</p></text></answer>", "unknown-element", "/text", 31),
        ("<answer>a<question>a</question></answer>", "stray-text", "", 1), ("<anwser/>", "unknown-element", "", 1),
        ("<answer verifyBy=\"soon\"/>", "bad-date", "/verify_by", 1),
    ])
    func `an answer that cannot be taken is told with its place`(
        _ sample: (answer: String, code: String, pointer: String, column: Int)
    ) throws {
        let rows = try rows("<answers>\n\(sample.answer)</answers>")
        let detail = rows[0].placed(try #require(rows[0].fault))
        #expect(detail.code == sample.code && detail.pointer == sample.pointer, "\(detail)")
        #expect(detail.line == 2 && detail.column == sample.column, "\(detail)")
    }

    @Test(arguments: [
        ("", "bad-xml"), ("<answers>", "bad-xml"), ("<answers><a></answers>", "bad-xml"), ("a,b\n", "bad-xml"),
        ("<other/>", "xml-other-root"), ("<curriculum xmlns=\"urn:cornerman:curriculum:1\"/>", "xml-other-root"),
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><answers>&b;</answers>", "unsafe-xml"),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><answers>&b;</answers>", "unsafe-xml"),
        ("<answers>&nbsp;</answers>", "bad-xml"),
        ("<answers>" + String(repeating: "<a>", count: 10_000), "too-many"),
        ("<answers>" + String(repeating: "<answer/>", count: 50_001) + "</answers>", "too-many"),
    ])
    func `what is no file of answers is refused with its place`(_ sample: (text: String, code: String)) throws {
        let refusal = #expect(throws: Refusal.self) { try rows(sample.text) }
        #expect(refusal?.code == sample.code, "\(refusal?.message ?? "")")
        #expect(refusal?.details.first?.line != nil)
    }

    @Test func `an answer of more elements than are read is refused for itself`() throws {
        let also = (0..<100_000).map { "<also>a\($0)</also>" }.joined(separator: "\n")
        let rows = try rows("<answers><answer><question>a</question>\n\(also)</answer>\(Self.small)</answers>")
        let fault = rows[0].placed(try #require(rows[0].fault))
        // The question is one of the thousand.
        #expect(fault.code == "too-many" && fault.pointer == "/also" && fault.line == 1001 && fault.column == 1)
        #expect(rows[1].fault == nil)
    }

    private static let small = "<answer><question>a</question><text>b</text></answer>"

    @Test(arguments: ["text", "question", "also", "tag"])
    func `an answer with an element that is cut is refused for itself`(_ name: String) throws {
        let long = String(repeating: "abc ", count: 5 << 18) + "d"
        let rows = try rows("<answers>\n<answer>\n <\(name)>\(long)</\(name)></answer>\n\(Self.small)</answers>")
        let fault = rows[0].placed(try #require(rows[0].fault))
        #expect(fault.code == "too-long" && fault.pointer == (name == "tag" ? "/tags" : "/\(name)"))
        #expect(fault.line == 3 && fault.column == 2 && fault.message.contains("longer than 5 MiB"))
        #expect(rows[1].fault == nil)
    }

    @Test func `a text of as many characters as it may have is taken however wide they are`() throws {
        // One character of 63 bytes; longer words are more than Markdown may have.
        let wide = "a" + String(repeating: "\u{301}", count: 31)
        for text in [
            String(repeating: "👨‍👩‍👧‍👦 ", count: 49_000) + "!",
            String(repeating: "\(wide) ", count: Limits.text.value / 2 - 1) + wide,
        ] {
            let row = try rows("<answers><answer><question>a</question><text>\(text)</text></answer></answers>")[0]
            #expect(row.fault == nil && row.fields.problems.isEmpty)
            #expect(row.fields.text == text, "\(row.fields.text.utf8.count)")
        }
    }

    @Test func `empty lines around a text are taken away in time`() throws {
        let lines = String(repeating: "\n", count: 1 << 20)
        let time = try ContinuousClock().measure {
            let rows = try rows("<answers><answer><text>\(lines)  a\n\n b\(lines)</text></answer></answers>")
            #expect(rows[0].fields.text == " a\n\nb")
        }
        #expect(time < .seconds(30))
    }

    @Test func `course and language of all answers hold where an answer says none`() throws {
        let rows = try rows(
            """
            <answers course="c" xml:lang="de" xml:space="default" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:noNamespaceSchemaLocation="a.xsd">
            <answer/><answer course="d" xml:lang="fr"/><answer course=""/></answers>
            """)
        #expect(rows.map(\.course) == ["c", "d", nil] && rows.map(\.fields.language) == ["de", "fr", "de"])
        #expect(rows.map(\.fault) == [nil, nil, nil])
    }

    @Test(arguments: [
        ("\n <answers owner=\"me\"/>", "unknown-attribute", 2, 2), ("<answers>\nlost</answers>", "stray-text", 1, 1),
        ("<answers>\n<answer><text>a</text></answer>\n lost &amp; found</answers>", "stray-text", 2, 1),
        ("<answers>\n<answer/><![CDATA[lost]]><answer/></answers>", "stray-text", 2, 1),
        ("<GLOSSARY>lost<INFO/></GLOSSARY>", "stray-text", 1, 1),
        ("<GLOSSARY><INFO>\n<NAME>a</NAME>lost</INFO></GLOSSARY>", "stray-text", 2, 1),
        ("<GLOSSARY><INFO><ENTRIES>\n<ENTRY/>lost</ENTRIES></INFO></GLOSSARY>", "stray-text", 2, 1),
    ])
    func `nothing outside of answers is lost in silence`(
        _ sample: (text: String, code: String, line: Int, column: Int)
    ) throws {
        let refusal = #expect(throws: Refusal.self) { try rows(sample.text) }
        #expect(refusal?.code == sample.code && refusal?.details.first?.code == sample.code)
        #expect(refusal?.details.first?.line == sample.line && refusal?.details.first?.column == sample.column)
        #expect(sample.code != "stray-text" || refusal?.message.contains("“lost") == true)
    }

    @Test func `white space of any kind may stand outside of answers`() throws {
        #expect(try rows("<answers>\u{A0}\u{2003}\t\(Self.small)\n\u{A0}</answers>").map(\.fault) == [nil])
    }

    @Test(arguments: [AnswerFormat.csv, .json, .xml])
    func `bytes that are no UTF-8 are refused`(_ format: AnswerFormat) throws {
        let text = format == .xml ? "<answers><answer>\n" : format == .json ? "{\n" : "question,text\n"
        let refusal = #expect(throws: Refusal.self) { try AnswerFile.read(Data(text.utf8) + [0x66, 0xFF], as: format) }
        #expect(refusal?.code == (format == .xml ? "bad-xml" : "bad-utf8"))
        #expect(refusal?.details.first?.line == 2)
    }
}
