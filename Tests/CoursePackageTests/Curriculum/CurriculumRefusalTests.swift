import CoursePackage
import Foundation
import Learning
import Testing

@Suite struct CurriculumRefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var document: String
        var says: String
        var testDescription: String { name }
    }

    static let open = "<curriculum xmlns=\"urn:cornerman:curriculum:1\" id=\"c\"><title>C</title>"

    static let cases: [Case] = [
        Case(
            name: "not well-formed", document: "\(open)\n  <module id='m'></modul></curriculum>",
            says: "2:26 fatal bad-xml"),
        Case(name: "a bare ampersand", document: "\(open)\n<why>R 1️⃣& D</why></curriculum>", says: "1 fatal bad-xml"),
        Case(
            name: "a blank line before the declaration", document: "\n1️⃣<?xml version='1.0'?>\n\(open)</curriculum>",
            says: "1 fatal bad-xml"),
        Case(name: "cut off", document: "\(open)\n  <module id='m'>", says: "2:18 fatal bad-xml"),
        Case(
            name: "an entity of HTML", document: "\(open)\n<why>a&nbsp;b</why></curriculum>", says: "2:13 fatal bad-xml"
        ),
        Case(
            name: "an entity declared",
            document: "<!DOCTYPE curriculum [\n  1️⃣<!ENTITY x 'y'>\n]>\n\(open)<why>&x;</why></curriculum>",
            says: "1 fatal unsafe-xml"),
        Case(
            name: "an external entity",
            document:
                "<!DOCTYPE curriculum [\n  1️⃣<!ENTITY x SYSTEM 'file:///etc/passwd'>\n]>\n\(open)<why>&x;</why></curriculum>",
            says: "1 fatal unsafe-xml"),
        Case(
            name: "10,000 levels",
            document: open + String(repeating: "<module>", count: 255) + "1️⃣"
                + String(repeating: "<module>", count: 9_745),
            says: "1 fatal unsafe-xml"),
        Case(
            name: "an attribute over 1 MB",
            document: "\(open)\n 1️⃣<module id='m' kind='\(String(repeating: "x", count: 1 << 20 + 1))'/></curriculum>",
            says: "1 fatal unsafe-xml"),
        Case(
            name: "a quarter of a million elements in one question",
            document: open + "<module id='m' kind='training'><quiz id='q'><question id='a'>"
                + String(repeating: "<option/>", count: 250_000 - 10) + "1️⃣<option/>",
            says: "1 fatal too-large"),
        Case(
            name: "another namespace", document: "1️⃣<curriculum xmlns=\"urn:cornerman:curriculum:2\" id=\"c\"/>",
            says: "1 fatal not-manifest"),
        Case(
            name: "no namespace", document: "\n 1️⃣<curriculum id=\"c\"><title>C</title></curriculum>",
            says: "1 fatal not-manifest"),
        Case(
            name: "another root", document: "1️⃣<lesson xmlns=\"urn:cornerman:curriculum:1\" id=\"c\"/>",
            says: "1 fatal not-manifest"),
        Case(name: "a document of another kind", document: "<recipe/>", says: "0:0 fatal unsupported"),
        Case(name: "HTML", document: "<!doctype html>\n<html><p>Hello", says: "1:2 fatal bad-xml"),
        Case(
            name: "no id",
            document:
                "1️⃣<curriculum xmlns=\"urn:cornerman:curriculum:1\"><title>C</title><module id='m' kind='training'><pledge id='p'/></module></curriculum>",
            says: "1 fatal no-id"),
        Case(name: "nothing in it", document: "1️⃣\(open)</curriculum>", says: "1 fatal nothing"),
        Case(
            name: "an id of two activities",
            document:
                "\(open)<module id='m' kind='training'><pledge id='p'/></module>\n<module id='n' kind='training'>1️⃣<pledge id='p'/></module></curriculum>",
            says: "1 fatal dup-id"),
        Case(
            name: "an id of a module and an activity",
            document: "\(open)<module id='m' kind='training'>1️⃣<pledge id='m'/></module></curriculum>",
            says: "1 fatal dup-id"),
        Case(
            name: "a circle of requires",
            document:
                "\(open)<module id='m' kind='training'>1️⃣<pledge id='p' requires='q'/><pledge id='q' requires='p'/></module></curriculum>",
            says: "1 fatal cycle"),
        Case(
            name: "a circle of an anchor and a module",
            document:
                "\(open)1️⃣<module id='m' kind='training' requires='n'><pledge id='p'/></module><module id='n' kind='training'><pledge id='q' offset='P1D' after='p'/></module></curriculum>",
            says: "1 fatal cycle"),
    ]

    @Test(arguments: cases)
    func `what cannot be read as a course is refused, and told where and how to mend it`(refused: Case) throws {
        let marked = Marked(refused.document)
        let reading = try marked.read()
        #expect(marked.said(reading).filter { $0.contains("fatal") } == [refused.says])
        #expect(reading.outcome == .rejected && reading.draft == nil && reading.digest == nil)
        let fatal = try #require(reading.findings.first)
        #expect(fatal.severity == .fatal && fatal.hint?.hasSuffix(".") == true && fatal.message.count > 10)
        #expect(fatal.entry == "curriculum.xml")
    }

    @Test func `an encoding is honored when it is declared or marked, and refused when it is neither`() throws {
        let head = "<curriculum xmlns=\"urn:cornerman:curriculum:1\" id=\"c\"><title>Grün</title>"
        let tail = "<module id='m' kind='training'><title>M</title><pledge id='p'/></module></curriculum>"
        let fine: [(String, String.Encoding, [UInt8])] = [
            ("", .utf8, [0xEF, 0xBB, 0xBF]), ("", .utf16LittleEndian, [0xFF, 0xFE]),
            ("", .utf16BigEndian, [0xFE, 0xFF]),
            ("<?xml version='1.0' encoding='ISO-8859-1'?>", .isoLatin1, []),
            ("<?xml version='1.0' encoding='windows-1252'?>", .windowsCP1252, []),
        ]
        let scratch = try Scratch()
        for (declaration, encoding, mark) in fine {
            let data = try #require((declaration + head + tail).data(using: encoding))
            let path = try scratch.write(["curriculum.xml": mark + Array(data)])
            for path in [path, path + "/curriculum.xml"] {
                let reading = PackageReader().read(path)
                #expect(reading.outcome == .imports, "\(encoding)")
                #expect(reading.title == "Grün", "\(encoding)")
            }
        }
        let latin = try #require((head + tail).data(using: .isoLatin1))
        let reading = PackageReader().read(try scratch.write(["curriculum.xml": Array(latin)]) + "/curriculum.xml")
        #expect(reading.findings.map(\.code) == ["bad-xml"])
        #expect(reading.findings.first?.hint?.contains("UTF-8") == true)
        #expect(reading.findings.first?.line == 1)
    }

    @Test func `a document type declaration without entities is passed over`() throws {
        let marked = Marked(
            "<!DOCTYPE curriculum SYSTEM \"curriculum.dtd\">\n\(Self.open)<module id='m' kind='training'><title>M</title><pledge id='p'/></module></curriculum>"
        )
        #expect(marked.said(try marked.read()) == [])
    }
}
