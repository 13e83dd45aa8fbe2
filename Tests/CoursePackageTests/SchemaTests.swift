import CoursePackage
import Foundation
import Testing

/// The published schema, held against a validator that is not ours.
enum Schema {
    static func validate(_ path: String) throws -> (status: Int32, output: String, errors: String) {
        try run("xmllint", ["--noout", "--nonet", "--schema", Repository.path("Public/schema/curriculum-1.xsd"), path])
    }
}

@Suite struct SchemaTests {
    @Test(arguments: [
        "docs/curriculum/ask-before-you-pitch/curriculum.xml", "Courses/make-change-stick/curriculum.xml",
        "Courses/earn-influence/curriculum.xml", "Courses/buying-in/curriculum.xml",
    ])
    func `what we publish is what the schema asks for`(path: String) throws {
        let said = try Schema.validate(Repository.path(path))
        #expect(said.status == 0, "\(said.errors)")
    }

    @Test func `every curriculum in the documentation is what the schema asks for, and is read without a warning`()
        throws
    {
        let docs = Repository.root.appending(path: "docs")
        let files = try #require(FileManager.default.enumerator(at: docs, includingPropertiesForKeys: nil))
        var found = 0
        for case let file as URL in files where file.pathExtension == "md" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?s)```xml\n(<curriculum .*?)```/) {
                found += 1
                let scratch = try Scratch()
                let path = try scratch.write(String(match.output.1))
                let said = try Schema.validate(path)
                #expect(said.status == 0, "\(file.lastPathComponent): \(said.errors)")
                let warnings = PackageReader().read(path).findings.filter { $0.severity <= .warning }
                #expect(warnings.allSatisfy { $0.code == "missing-files" }, "\(file.lastPathComponent): \(warnings)")
            }
        }
        #expect(found > 0)
    }

    @Test func `every element, attribute and type in it is explained`() throws {
        let text = try String(contentsOfFile: Repository.path("Public/schema/curriculum-1.xsd"), encoding: .utf8)
        let said = try run(
            "python3",
            [
                "-c",
                """
                import sys, xml.etree.ElementTree as E
                x = '{http://www.w3.org/2001/XMLSchema}'
                for n in E.fromstring(sys.argv[1]).iter():
                    if n.tag in (x + 'element', x + 'attribute', x + 'enumeration') or n.tag in (x + 'simpleType', x + 'complexType') and n.get('name'):
                        doc = n.find(x + 'annotation/' + x + 'documentation')
                        if doc is None or len((doc.text or '').split()) < 1: print(n.tag, n.attrib)
                """, text,
            ])
        #expect(said.status == 0 && said.output.isEmpty, "\(said.output)\(said.errors)")
    }

    @Test(arguments: [
        ("id=\"talk\"", "id=\"card\""), ("offset=\"P3D\"", "offset=\"PT3H\""), ("\"0.8\"", "\"80\""),
        ("times=\"4\" with", "times=\"0\" with"), ("href=\"files/call-notes.md\"", "href=\"http://x/call\""),
        ("<task>Record", "<text/><task>Record"), ("kind=\"training\"", "kind=\"lecture\""),
        ("xml:lang=\"en\"", "xml:lang=\"in English\""), ("id=\"reasons\"", "id=\"the reasons\""),
        ("witness=\"peer\"", "witness=\"self\""),
    ])
    func `what the reader warns of, the schema does not let pass`(right: String, wrong: String) throws {
        let sample = try String(
            contentsOfFile: Repository.path("docs/curriculum/ask-before-you-pitch/curriculum.xml"), encoding: .utf8)
        #expect(sample.contains(right))
        let scratch = try Scratch()
        let path = try scratch.write(sample.replacing(right, with: wrong, maxReplacements: 1))
        #expect(try Schema.validate(path).status != 0)
        #expect(
            PackageReader().read(path).findings.contains {
                $0.severity <= .warning && $0.code != "missing-files" && $0.code != "not-played"
            })
    }
}
