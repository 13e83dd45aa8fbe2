import CoursePackage
import Foundation
import Learning
import Testing

/// `cornerman inspect` and `cornerman new`, run as a person runs them.
@Suite struct CommandTests {
    /// The program lies beside the tests.
    static func cornerman(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
        let tests = try #require(Bundle.main.executableURL)
        return try run(tests.deletingLastPathComponent().appending(path: "cornerman").path, arguments)
    }

    @Test func `a new course is inspected without a complaint`() throws {
        let scratch = try Scratch()
        let folder = scratch.path("price-talk")
        let made = try Self.cornerman("new", folder)
        #expect(made.status == 0 && made.output.contains("\(folder)/curriculum.xml"))
        let seen = try Self.cornerman("inspect", folder)
        #expect(seen.status == 0 && seen.output.hasPrefix("\(folder): can be imported.\n"))
        let again = try Self.cornerman("new", folder)
        #expect(again.status == 73 && again.errors.contains("already"))
    }

    @Test func `inspect prints one object a line in the order given, and ends with 65 when one is refused`() throws {
        let scratch = try Scratch()
        let bad = try scratch.write("<curriculum>", to: "bad.xml")
        let good = try scratch.write(Marked.module("<pledge id='p'/>").text, to: "good.xml")
        struct Line: Decodable {
            var file: String
            var outcome: String
            var findings: [Finding]
        }
        let seen = try Self.cornerman("inspect", bad, good, scratch.path("none.zip"), "--json")
        let lines = try seen.output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(seen.status == 65)
        #expect(lines.map(\.file) == [bad, good, scratch.path("none.zip")])
        #expect(lines.map(\.outcome) == ["rejected", "imports", "rejected"])
        #expect(lines[0].findings.map(\.code) == ["bad-xml"])
        #expect(try Self.cornerman("inspect", good, "--json").status == 0)
    }

    @Test func `a call without a package is a mistake of usage`() throws {
        #expect(try Self.cornerman("inspect").status == 64)
    }
}
