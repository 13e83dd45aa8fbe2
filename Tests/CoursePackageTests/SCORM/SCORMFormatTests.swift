import CoursePackage
import Foundation
import Learning
import Testing

@Suite struct SCORMFormatTests {
    @Test(arguments: [
        String.Encoding.utf16LittleEndian, .utf16BigEndian, .isoLatin1, .windowsCP1252, .utf8,
    ])
    func `a manifest is read in the encoding that it is in`(encoding: String.Encoding) throws {
        let names: [String.Encoding: String] = [
            .isoLatin1: "ISO-8859-1", .windowsCP1252: "windows-1252", .utf8: "UTF-8",
        ]
        let marks: [String.Encoding: [UInt8]] = [
            .utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF], .utf8: [0xEF, 0xBB, 0xBF],
        ]
        let manifest = Manifest(items: "<item identifier='i' identifierref='r'><title>Über Größe</title></item>")
        let reading = try manifest.read(as: { text in
            let declared = "<?xml version='1.0' encoding='\(names[encoding] ?? "UTF-16")'?>\n" + text
            return (marks[encoding] ?? []) + Array(declared.data(using: encoding) ?? Data())
        })
        #expect(reading.outcome == .imports && reading.steps.map(\.title) == ["Über Größe"])
    }

    @Test func `a manifest one folder down, or in other letters, is found`() throws {
        let below = try Manifest().read(below: "export/")
        #expect(below.findings.filter { $0.severity == .warning }.map(\.code) == ["top-folder"])
        #expect(below.steps.map(\.href) == ["index.html"] && below.draft?.files.count == 2)
        let loud = try Manifest().read(named: "IMSManifest.XML")
        #expect(loud.outcome == .imports)
    }

    @Test func `a lone manifest is a course that cannot be opened`() throws {
        let scratch = try Scratch()
        let reading = PackageReader().read(try scratch.write(Manifest().marked.text, to: "imsmanifest.xml"))
        #expect(reading.outcome == .warnings && reading.steps.allSatisfy { $0.unavailable != nil })
    }

    @Test(arguments: [
        ("1.2", "1.2", ContentLaunch.Standard.scorm12, true), ("CAM 1.3", "2004 2nd Edition", .scorm2004, true),
        ("2004 3rd Edition", "2004 3rd Edition", .scorm2004, true), ("", "1.2", .scorm12, false),
        ("1.3", "1.3", .scorm12, false), ("SCORM 1.2", "1.2", .scorm12, true), ("SCORM_1.2", "1.2", .scorm12, true),
        ("ADL SCORM v1.2", "1.2", .scorm12, true), ("SCORM 2004", "2004", .scorm2004, true),
        ("ADL SCORM 2004 4th Edition", "2004 4th Edition", .scorm2004, true),
        ("2004 4th edition", "2004 4th edition", .scorm2004, true),
        ("Cam 1.3", "2004 2nd Edition", .scorm2004, true), ("11.2", "11.2", .scorm12, false),
        ("about 1.2", "about 1.2", .scorm12, false),
    ])
    func `the version is the manifest's own`(
        written: String, told: String, standard: ContentLaunch.Standard, isKnown: Bool
    ) throws {
        let reading = try Manifest(written).read()
        #expect(reading.version == told && reading.steps.map(\.content?.standard) == [standard])
        #expect(reading.findings.contains { $0.code == "version" && $0.severity == .warning } != isKnown)
    }

    @Test func `metadata that comes last still says what the content is`() throws {
        let reading = try Manifest(
            text: """
                <manifest identifier="m-20260711" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource identifier="r" scormtype="sco" href="index.html"/></resources>
                <organizations><organization identifier="o"><item identifier="i" identifierref="r"><title>I</title></item></organization></organizations>
                <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion><lom><general><title><langstring>From metadata</langstring></title><language>de</language></general></lom></metadata></manifest>
                """
        ).read()
        #expect(reading.outcome == .imports && reading.title == "From metadata" && reading.draft?.language == "de")
        #expect(reading.steps.map(\.content) == [ContentLaunch(standard: .scorm2004)])
        #expect(reading.steps.map(\.href) == ["index.html"])
    }

    @Test(arguments: [
        (
            "<manifest xmlns='http://www.imsglobal.org/xsd/imscc/imscp_v1p1'><metadata><schema>IMS Common Cartridge</schema></metadata></manifest>",
            "Common Cartridge"
        ),
        (
            "<manifest><metadata><schema>IMS Thin Common Cartridge</schema></metadata></manifest>",
            "Thin Common Cartridge"
        ),
        (
            "<manifest><metadata><schema>IMS Content</schema></metadata><resources><resource type='imsqti_item_xmlv2p1' href='q.xml'/></resources></manifest>",
            "QTI package"
        ),
        (
            "<manifest><metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata><resources><resource href='index.html'/></resources></manifest>",
            "IMS Content Package"
        ),
    ])
    func `other formats with a manifest of the same name are refused by their own`(text: String, name: String) throws {
        let reading = try Manifest(text: text).read()
        #expect(reading.findings.map(\.code) == ["unsupported"])
        #expect(reading.findings.first?.message.hasSuffix(": \(name).") == true)
        #expect(reading.draft == nil)
    }

    @Test func `what is only called like a manifest is none`() throws {
        let reading = try Manifest(text: "1️⃣<html/>").read()
        #expect(reading.outcome == .rejected && reading.findings.map(\.code) == ["not-manifest"])
    }

    @Test func `a manifest of twenty thousand items is read item by item`() throws {
        let count = 20_000
        let items = (0..<count).map { "<item identifier='i\($0)' identifierref='r\($0)'><title>T</title></item>" }
            .joined()
        let resources = (0..<count).map {
            "<resource identifier='r\($0)' adlcp:scormtype='sco' href='p\($0).html'/>"
        }.joined()
        let reading = try Manifest(items: items, resources: resources, files: []).read()
        #expect(reading.steps.count == count && reading.facts.missing == count && reading.facts.resources == count)
        #expect(reading.findings.filter { $0.code == "missing-files" }.reduce(0) { $0 + $1.count } == count)
        #expect(reading.steps[count - 1].href == "p\(count - 1).html")
    }
}
