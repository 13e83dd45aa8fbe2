import Testing
import XML

@Suite struct XMLPushParserTests {
    @Test(arguments: [1, 2, 3, 7, 64, 65_536])
    func `elements, attributes and text come in order, whatever the pieces`(chunk: Int) throws {
        let document = """
            <?xml version="1.0"?>
            <a xmlns="urn:x" one="1" xml:lang="en"><!-- <no> --><b two='&lt;&#233;"'/>x &amp; y<![CDATA[<z>]]></a>
            """
        let recorder = try Recorder.read(document, chunk: chunk)
        #expect(recorder.story == ["<a", "<b", ">b", "x & y<z>", ">a"])
        #expect(
            recorder.starts == [
                .init(
                    name: XMLName("a", namespace: "urn:x"),
                    attributes: ["one=1", "{http://www.w3.org/XML/1998/namespace}lang=en"],
                    position: XMLPosition(line: 2, column: 1)),
                .init(
                    name: XMLName("b", namespace: "urn:x"), attributes: ["two=<é\""],
                    position: XMLPosition(line: 2, column: 53)),
            ])
    }

    @Test func `an attribute is found by its name`() throws {
        final class Finder: XMLContentHandler {
            var found: [String?] = []
            func start(_ element: borrowing XMLElement) {
                found = [
                    element.attribute("id"), element.attribute("none"),
                    element.attribute(XMLName("id", namespace: "urn:p")),
                ]
            }
            func end(_ name: XMLName) {}
            func text(_ bytes: Span<UInt8>) {}
        }
        let finder = Finder()
        var parser = XMLPushParser(finder)
        try parser.push(Array("<a p:id='2' id='1' xmlns:p='urn:p'/>".utf8).span)
        try parser.finish()
        #expect(finder.found == ["1", nil, "2"])
    }

    @Test(arguments: [1, 50, 4_096, 65_536])
    func `a position is the line and the character of the mark, in documents of any size and shape`(chunk: Int) throws {
        // Long and short lines, characters of one to four bytes, tags over several lines, comments and texts larger
        // than what the parser keeps.
        var document = "<r>"
        var expected: [XMLPosition] = [XMLPosition(line: 1, column: 1)]
        var line = 1
        var column = 4
        func add(_ text: String, isElement: Bool = false) {
            if isElement { expected.append(XMLPosition(line: line, column: column)) }
            document += text
            for scalar in text.unicodeScalars {
                if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
            }
        }
        for round in 0..<(chunk == 1 ? 40 : 400) {
            add("<é\(round % 7) a='ü😀'/>", isElement: true)
            add(String(repeating: "ж ", count: round * 13 % 97))
            if round % 5 == 0 { add("\n  ") }
            add("<b\n  c='1'\n  d='>'>", isElement: true)
            add("<!--\(String(repeating: "😀\n<", count: round % 11))--><?p \n ?><![CDATA[\n<no/>é]]></b>")
            if round % 50 == 49 { add(String(repeating: "long line é", count: 2_000)) }
        }
        add("</r>")
        let recorder = try Recorder.read(document, chunk: chunk)
        #expect(recorder.starts.map(\.position) == expected)
    }

    @Test func `a tag on the line of the declaration has its own column`() throws {
        #expect(
            try Recorder.read("<?xml version='1.0'?><a/>").starts.map(\.position) == [XMLPosition(line: 1, column: 22)])
    }

    @Test func `a document type declaration without entities is passed over`() throws {
        let recorder = try Recorder.read(
            "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd' [<!ATTLIST a b CDATA 'given'>]>\n<a c='1'/>")
        #expect(recorder.starts.map(\.attributes) == [["c=1"]])
        #expect(recorder.starts.map(\.position) == [XMLPosition(line: 2, column: 1)])
    }

    @Test func `256 levels are read, one more is refused where it begins`() throws {
        let fine = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
        #expect(try Recorder.read(fine).starts.count == 256)
        let deep = String(repeating: "<a>", count: 10_000)
        let error = try #require(Recorder.error(Array(deep.utf8)))
        #expect(error.code == .tooDeep)
        #expect(error.position == XMLPosition(line: 1, column: 769))
    }

    @Test(arguments: [4_096, 1 << 16, 1 << 24])
    func `an attribute over 1 MB is refused, one of 1 MB is read`(chunk: Int) throws {
        func document(_ count: Int) -> [UInt8] {
            Array("<a>\n <b c='".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: count) + Array("'/></a>".utf8)
        }
        #expect(try Recorder.read(document(1 << 20), chunk: chunk).starts.count == 2)
        for count in [(1 << 20) + 1, 3 << 20, 11 << 20] {
            let error = try #require(
                Recorder.error(document(count), chunk: chunk))
            #expect(error.code == .attributeTooLong)
            #expect(error.position == XMLPosition(line: 2, column: 2))
        }
    }

    @Test(arguments: [4_096, 1 << 16, 1 << 24])
    func `a tag of very many attributes is refused before they are compared`(chunk: Int) throws {
        let attributes = (0..<180_000).map { "a\($0)=''" }.joined(separator: " ")
        let error = try #require(Recorder.error(Array("<a>\n <b \(attributes)/></a>".utf8), chunk: chunk))
        #expect(error.code == .tooManyParts)
        #expect(error.position == XMLPosition(line: 2, column: 2))
    }

    @Test func `elements and attributes are counted over all of a document, and its bytes`() throws {
        var limits = XMLLimits.standard
        limits.parts = 6
        limits.bytes = 40
        #expect(Recorder.error(Array("<a><b c='1'/><b c='1'/><b/></a>".utf8), limits: limits) == nil)
        let error = try #require(Recorder.error(Array("<a><b c='1'/><b c='1'/>\n<b/><b/></a>".utf8), limits: limits))
        #expect(error.code == .tooManyParts)
        #expect(error.position == XMLPosition(line: 2, column: 5))
        let text = String(repeating: "x", count: 34)
        #expect(Recorder.error(Array("<a>\(text.dropLast())</a>".utf8), limits: limits) == nil)
        #expect(Recorder.error(Array("<a>\(text)</a>".utf8), limits: limits)?.code == .tooLong)
    }

    @Test func `a comment that never ends is refused before it fills the memory`() throws {
        let bytes =
            Array("<a><!--".utf8)
            + [UInt8](repeating: UInt8(ascii: "x"), count: 5 << 20)
        #expect(Recorder.error(bytes)?.code == .tokenTooLong)
    }

    @Test func `text has no limit`() throws {
        let bytes = Array("<a>".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 12 << 20) + Array("</a>".utf8)
        #expect(try Recorder.read(bytes).story[1].utf8.count == 12 << 20)
    }

    @Test func `an error stands once it was thrown`() throws {
        let recorder = Recorder()
        var parser = XMLPushParser(recorder)
        #expect(throws: XMLError.self) { try parser.push(Array("<a></b>".utf8).span) }
        #expect(throws: XMLError.self) { try parser.push(Array("<c/>".utf8).span) }
        #expect(throws: XMLError.self) { try parser.finish() }
        #expect(recorder.story == ["<a"])
    }
}
