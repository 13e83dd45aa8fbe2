import CoursePackage
import Learning
import Testing

@Suite struct WithheldFileTests {
    /// A course that offers `a.html`, and what lies beside it.
    private func read(_ files: [String: String], _ inside: String = "") throws -> PackageReading {
        try Marked.module("<lesson id='l' href='a.html'/>" + inside).read(
            files: files.merging(["a.html": "<p>A"]) { one, _ in one }.mapValues { Array($0.utf8) })
    }

    @Test(arguments: [
        ("old/curriculum.xml", "<curriculum xmlns='urn:cornerman:curriculum:1' id='c'/>"),
        ("notes.txt", "\u{FEFF}<?xml version='1.0'?>\n<!-- old -->\n<curriculum>not even closed"),
        ("c.bak", "<c:curriculum xmlns:c='urn:cornerman:curriculum:1'/>"), ("course.zip", "PK"), ("a/b.TAR.GZ", "x"),
    ])
    func `what may hold the keys of a quiz is kept from learners, and told`(path: String, text: String) throws {
        let reading = try read([path: text])
        #expect(reading.findings.filter { $0.severity == .warning }.map(\.code) == ["withheld-file"])
        #expect(reading.findings.first?.entry == path)
        #expect(reading.draft?.files.map(\.path) == ["a.html"])
    }

    @Test(arguments: [
        ("b.html", "<!doctype html><p>B", ""), ("b.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        ("b.docx", "PK", ""), ("b.zip", "PK", "<file id='f' href='b.zip'/>"),
        ("d/my b.zip", "PK", "<lesson id='n'><text>[Templates](d/my%20b.zip)</text></lesson>"),
        ("b.xml", "<data/>", ""), ("b.md", "Write `<curriculum>` first.", ""),
    ])
    func `what learners are to have they get`(path: String, text: String, inside: String) throws {
        let reading = try read([path: text], inside)
        #expect(reading.outcome == .imports)
        #expect(reading.draft?.files.map(\.path) == ["a.html", path])
    }

    @Test func `a curriculum that a step names is kept back all the same, as are questions in a file`() throws {
        let curriculum = "<curriculum xmlns='urn:cornerman:curriculum:1' id='c'/>"
        let reading = try read(
            ["c.xml": curriculum, "q.xml": "<quiz/>"], "<file id='f' href='c.xml'/><quiz id='q' href='q.xml'/>")
        #expect(reading.draft?.files.map(\.path) == ["a.html"])
        #expect(reading.draft?.modules[0].steps.map { $0.unavailable == nil } == [true, false, false])
    }
}
