import CoursePackage
import Foundation
import Learning
import Testing

@Suite struct ReportTests {
    @Test func `a report says what arrived, and each finding with its place and its remedy`() throws {
        let marked = Marked.module(
            "<quiz id='q'><question id='x'><prompt>?</prompt><option correct='true'>a</option><option>b</option></question></quiz>\n1️⃣<pledge id='p' wass='x'/>"
        )
        var reading = try marked.read()
        reading.findings.removeAll { $0.severity == .advice }
        #expect(
            PackageReport(path: "course.zip", reading: reading).text == """
                course.zip: can be imported, but not all of it as it was meant.
                  “C” (c, Cornerman curriculum)
                  1 module, 2 activities, 1 quiz with 1 question, 0 behaviors, 0 answers, 0 files.
                  warning curriculum.xml:5:1 unknown-attribute
                      The attribute “wass” of <pledge> is not known and has no effect.
                      → Did you mean “was”?

                """)
    }

    @Test func `what is refused is said first`() throws {
        let scratch = try Scratch()
        let reading = PackageReader().read(scratch.path("none.zip"))
        #expect(
            PackageReport(path: "none.zip", reading: reading).text == """
                none.zip: refused.
                  fatal unreadable
                      There is nothing at this path.
                      → Check the path and the rights to read it.

                """)
    }

    @Test func `the JSON has every key that is promised, on one line`() throws {
        let line = try PackageJSON(path: "a.xml", reading: try Marked.module("<pledge id='p' x='y'/>").read()).line()
        #expect(!line.contains("\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "file", "format", "version", "title", "items", "leaves", "headings", "depth", "first3", "tests",
                "questions", "resources", "refs", "missing", "outcome", "findings",
            ])
        #expect(object["outcome"] as? String == "warnings")
        let finding = try #require((object["findings"] as? [[String: Any]])?.first)
        #expect(finding["severity"] as? String == "warning" && finding["code"] as? String == "unknown-attribute")
        #expect(finding["line"] as? Int == 4 && finding["column"] as? Int == 1 && finding["count"] as? Int == 1)
    }
}
