import CoursePackage
import Learning
import Testing

@Suite struct LessonActivityTests {
    @Test func `a lesson is a text or a file`() throws {
        let reading = try Marked.module("<lesson id='a'><text>T</text></lesson><lesson id='b' href='b.html'/>").read(
            files: ["b.html": [1], "unnamed.png": [2]])
        #expect(reading.outcome == .imports)
        let steps = try #require(reading.draft?.modules.first?.steps)
        #expect(steps.map(\.text) == ["T", nil] && steps.map(\.href) == [nil, "b.html"])
        #expect(reading.draft?.files.map(\.path) == ["b.html", "unnamed.png"])
        #expect(reading.facts.refs == 1 && reading.facts.missing == 0)
    }

    @Test func `the text of a Markdown file becomes the lesson's`() throws {
        let files = ["l/a.md": Array("\u{FEFF}# Hi\n".utf8), "l/b.MARKDOWN": Array("x".utf8)]
        let reading = try Marked.module("<lesson id='a' href='l/a.md'/><lesson id='b' href='l/b.MARKDOWN'/>").read(
            files: files)
        #expect(reading.outcome == .imports)
        #expect(reading.draft?.modules.first?.steps.map(\.text) == ["# Hi\n", "x"])
        #expect(reading.draft?.modules.first?.steps.map(\.href) == ["l/a.md", "l/b.MARKDOWN"])
    }

    @Test func `a Markdown file that is not UTF-8 is told and kept as it is`() throws {
        let marked = Marked.module("1️⃣<lesson id='a' href='a.md'/>")
        let reading = try marked.read(files: ["a.md": [0x67, 0x72, 0xFC, 0x6E]])
        #expect(marked.said(reading) == ["1 warning bad-part"])
        #expect(try Marked.step(reading).text == nil)
        #expect(try Marked.step(reading).href == "a.md")
    }

    @Test func `an empty lesson cannot be opened`() throws {
        let marked = Marked.module("1️⃣<lesson id='a'/>")
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning no-text"])
        #expect(try Marked.step(reading).unavailable != nil)
    }

    @Test(arguments: [("Passed", MoveOn.completed), ("CompletedAndPassed", .completed)])
    func `a score that a lesson cannot report is not waited for, which is counted`(written: String, read: MoveOn) throws
    {
        let marked = Marked.module(
            "1️⃣<lesson id='a' moveOn='\(written)'><text>T</text></lesson><lesson id='b' moveOn='Passed'><text>T</text></lesson>"
        )
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning move-on"])
        #expect(reading.findings.first?.count == 2)
        #expect(try Marked.step(reading).moveOn == read)
    }

    @Test(arguments: [
        ("Completed", MoveOn.completed), ("CompletedOrPassed", .completedOrPassed), ("NotApplicable", .notApplicable),
    ])
    func `what a lesson can reach is kept`(written: String, read: MoveOn) throws {
        let reading = try Marked.module("<lesson id='a' moveOn='\(written)'><text>T</text></lesson>").read()
        #expect(reading.outcome == .imports)
        #expect(try Marked.step(reading).moveOn == read)
    }
}
