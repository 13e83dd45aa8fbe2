import Testing
import XML

@Suite struct XMLRefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var document: String
        var code: XMLError.Code
        var line: Int
        var column: Int
        var testDescription: String { String(document.prefix(60)) }
    }

    static let cases: [Case] = [
        Case(document: "", code: .empty, line: 1, column: 1),
        Case(document: "   \n ", code: .empty, line: 2, column: 2),
        Case(document: "<!-- nothing -->", code: .empty, line: 1, column: 17),
        Case(document: "hello", code: .empty, line: 1, column: 1),
        Case(document: "<a><b></a>", code: .notWellFormed, line: 1, column: 11),
        Case(document: "<a>\n<b", code: .unexpectedEnd, line: 2, column: 3),
        Case(document: "<a>\n <b/>", code: .unexpectedEnd, line: 2, column: 6),
        Case(document: "<a b='1' b='2'/>", code: .notWellFormed, line: 1, column: 15),
        Case(document: "<a b=“1”/>", code: .attributeNotQuoted, line: 1, column: 6),
        Case(document: "<a b=1/>", code: .attributeNotQuoted, line: 1, column: 6),
        Case(document: "<a>a & b</a>", code: .bareAmpersand, line: 1, column: 6),
        Case(document: "<a>\nR&D</a>", code: .bareAmpersand, line: 2, column: 2),
        Case(document: "<a b='x?y=1&z=2'/>", code: .bareAmpersand, line: 1, column: 12),
        Case(document: "<a b='1 & 2'/>", code: .bareAmpersand, line: 1, column: 9),
        Case(document: "<a>x &", code: .unexpectedEnd, line: 1, column: 6),
        Case(document: "\n<?xml version='1.0'?><a/>", code: .declarationNotFirst, line: 2, column: 1),
        Case(document: " <?xml version='1.0'?><a/>", code: .declarationNotFirst, line: 1, column: 2),
        Case(document: "<!-- x -->\n  <?xml version='1.0'?><a/>", code: .declarationNotFirst, line: 2, column: 3),
        Case(document: "<a><?xml version='1.0'?></a>", code: .declarationNotFirst, line: 1, column: 4),
        Case(document: "<a/><b/>", code: .notWellFormed, line: 1, column: 5),
        Case(document: "<p:a/>", code: .notWellFormed, line: 1, column: 5),
        Case(document: "<a>&nbsp;</a>", code: .entityUndeclared, line: 1, column: 10),
        Case(document: "<!DOCTYPE a SYSTEM 'x.dtd'><a>&nbsp;</a>", code: .entityUndeclared, line: 1, column: 37),
        Case(
            document: "<!DOCTYPE a [\n <!ENTITY x \"<y/>\">\n]>\n<a>&x;</a>", code: .entityDeclared, line: 2, column: 2),
        Case(
            document: "<!DOCTYPE a [\n <!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>", code: .entityDeclared,
            line: 2, column: 2),
        Case(document: "<!DOCTYPE a [<!ENTITY % p 'x'>]><a/>", code: .entityDeclared, line: 1, column: 14),
        Case(
            document: "<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY x SYSTEM 'x' NDATA n>]><a/>",
            code: .entityDeclared, line: 1, column: 38),
        Case(
            document: "<!DOCTYPE a [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>", code: .entityDeclared,
            line: 1, column: 14),
    ]

    @Test(arguments: cases, [1, 65_536])
    func `what is not sound XML is refused, and told where`(_ refused: Case, chunk: Int) throws {
        let error = try #require(Recorder.error(Array(refused.document.utf8), chunk: chunk))
        #expect(error.code == refused.code)
        #expect(error.position == XMLPosition(line: refused.line, column: refused.column))
        #expect(!error.message.isEmpty && error.message.hasSuffix("."))
    }
}
