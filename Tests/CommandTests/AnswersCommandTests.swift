import Foundation
import TestKit
import Testing

/// `cornerman answers`, as an operator uses it.
@Suite struct AnswersCommandTests {
    private let folder: TemporaryFolder
    private let program: Program

    init() throws {
        folder = try TemporaryFolder()
        program = Program(data: folder.url.appendingPathComponent("data"))
    }

    private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

    private func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
        return path(name)
    }

    @Test func `answers come in and go out in every format`() throws {
        let table = try write("key,question,text\na,Why?,Because.\nb,Who?,\"a\nb\"\n", to: "a.csv")
        #expect(try program("answers", "import", table).output == "2 created, 0 updated, 0 unchanged, 0 refused\n")
        for format in ["csv", "json", "xml"] {
            let file = path("out.\(format)")
            let made = try program("answers", "export", "--format", format, "--output", file)
            #expect(made.status == 0 && made.output == "\(file): 2 answers.\n", "\(made.errors)")
            let printed = try program("answers", "export", "--format", format)
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data(printed.output.utf8))
            let again = try program("answers", "import", file)
            #expect(again.output == "0 created, 0 updated, 2 unchanged, 0 refused\n", "\(again.errors)")
        }
        let glossary = try program("answers", "export", "--format", "moodle")
        #expect(glossary.output.contains("<CONCEPT>Why?</CONCEPT>"))
        let nowhere = try program("answers", "export", "-o", path("none/a.csv"))
        #expect(nowhere.status != 0 && nowhere.errors.contains("cannot be written"), "\(nowhere.errors)")
    }

    @Test func `what is wrong is told with its place`() throws {
        let file = try write("<answers>\n  <answer><question>Why?</question><txt/></answer>\n</answers>\n", to: "a.xml")
        let made = try program("answers", "import", file)
        #expect(made.status == 65 && made.output.hasPrefix("\(file):2:36: An <answer> has no <txt>"), "\(made.output)")
        let json = try program("answers", "import", "--json", file)
        #expect(
            json.output.contains(#""column":3"#) && json.output.contains(#""code":"unknown-element""#), "\(json.output)"
        )
        let other = try program("answers", "import", "--format", "json", file)
        #expect(other.status == 65 && other.errors.contains("Line 1, column 1 is not JSON"), "\(other.errors)")
    }
}
