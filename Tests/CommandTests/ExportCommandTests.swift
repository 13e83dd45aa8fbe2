import Foundation
import TestKit
import Testing

/// `cornerman export`, `import --look` and `audit`, as an operator uses them.
@Suite struct ExportCommandTests {
    private let folder: TemporaryFolder
    private let program: Program

    init() throws {
        folder = try TemporaryFolder()
        program = Program(data: folder.url.appendingPathComponent("data"))
    }

    private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

    @Test func `a course goes out as a zip, and comes in again without a change`() throws {
        let package = try SamplePackage()
        #expect(try program("import", package.url.path).status == 0)
        let zip = path("small.zip")
        let made = try program("export", "small", "-o", zip)
        #expect(made.status == 0 && made.output.hasPrefix("\(zip): Small, "), "\(made.errors)")
        let again = try program("import", "--json", zip)
        #expect(again.status == 0 && again.output.contains(#""result":"unchanged""#), "\(again.output)")
        // What was there is replaced, and the same course is the same file.
        let before = try Data(contentsOf: URL(fileURLWithPath: zip))
        #expect(try program("export", "small", "-o", zip).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: zip)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["data", "small.zip"])
    }

    @Test func `what cannot be exported is said, and leaves nothing`() throws {
        let package = try SamplePackage()
        #expect(try program("import", package.url.path).status == 0)
        let unknown = try program("export", "smal", "-o", path("a.zip"))
        #expect(unknown.status != 0 && unknown.errors.contains("no such course"), "\(unknown.errors)")
        let nowhere = try program("export", "small", "-o", path("none/a.zip"))
        #expect(nowhere.status != 0 && nowhere.errors.contains("cannot be written"), "\(nowhere.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["data"])
    }

    @Test func `a look says what would change and publishes nothing`() throws {
        let package = try SamplePackage()
        let new = try program("import", "--look", package.url.path)
        #expect(new.status == 0 && new.output.contains("Nothing was published. The course is new."), "\(new.output)")
        #expect(new.output.contains("+ activity reasons “Reasons”"))
        #expect(try program("import", package.url.path).status == 0)
        let text = SamplePackage.curriculum(label: "2").replacing(
            "<lesson id=\"reasons\"", with: "<lesson id=\"why-first\" was=\"reasons\" minutes=\"5\"")
        try package.write(text, to: "curriculum.xml")
        let look = try program("import", "--look", package.url.path)
        #expect(
            look.output.contains("~ activity reasons → why-first “Reasons”: dates (none → 5 minutes)"), "\(look.output)"
        )
        #expect(look.output.contains("activity: 1 changed, 1 kept"))
        let json = try program("import", "--look", "--json", package.url.path)
        #expect(json.output.contains(#""result":"held""#) && json.output.contains(#""was":"reasons""#))
        #expect(try program("import", "--json", package.url.path).output.contains(#""result":"created""#))
    }

    @Test func `the log says what commands did`() throws {
        #expect(try program("person", "add", "Ada", "--email", "ada@example.com").status == 0)
        let log = try program("audit", "--person", "ada@example.com")
        #expect(log.status == 0 && log.lines.count == 1, "\(log.errors)")
        #expect(log.output.contains("operator  person-added  per_") && log.output.contains("(Ada)"), "\(log.output)")
        let json = try program("audit", "--json", "--limit", "1")
        #expect(json.output.hasPrefix("{\"actor\":\"operator\",\"at\":\""))
    }
}
