import CoursePackage
import Learning
import Testing

@Suite struct FileActivityTests {
    @Test(arguments: [
        ("a%20b.txt", "a b.txt"), ("a b.txt", "a b.txt"), ("./d/../a b.txt", nil), ("./d/c%20.txt", "d/c%20.txt"),
        ("d\\c%2520.txt", "d/c%20.txt"), ("/d/#.txt", "d/#.txt"), ("gr%C3%BCn.txt", "grün.txt"), ("日本.txt", "日本.txt"),
    ])
    func `a file is found by its path, as it is written or percent-encoded`(href: String, path: String?) throws {
        let files = Dictionary(
            uniqueKeysWithValues: ["a b.txt", "d/c%20.txt", "d/#.txt", "grün.txt", "日本.txt"].map { ($0, [UInt8(1)]) })
        let reading = try Marked.module("<file id='f' href='\(href)'/>").read(files: files)
        if let path {
            #expect(reading.outcome == .imports)
            #expect(try Marked.step(reading).href == path)
        } else {
            #expect(reading.findings.first?.code == "ref-escape")
        }
    }

    @Test func `a path is spelled as in the package, whichever way its letters are composed`() throws {
        let reading = try Marked.module("<file id='f' href='gr\u{FC}n.txt'/>").read(files: ["gru\u{308}n.txt": [1]])
        #expect(reading.outcome == .imports)
        #expect(try Array(#require(Marked.step(reading).href).utf8) == Array("gru\u{308}n.txt".utf8))
    }

    @Test func `a file that is not there is told once, and the step says why it cannot be opened`() throws {
        let marked = Marked.module("1️⃣<file id='f' href='files/Card.pdf'/>")
        let reading = try marked.read(files: ["files/card.pdf": [1]])
        #expect(marked.said(reading) == ["1 warning missing-files"])
        #expect(reading.findings.first?.hint == "There is “files/card.pdf”: upper and lower case must be the same.")
        let step = try Marked.step(reading)
        #expect(step.href == "files/Card.pdf" && step.title == "Card.pdf")
        #expect(step.unavailable == "Its file “files/Card.pdf” is missing from the package.")
        #expect(reading.facts.refs == 1 && reading.facts.missing == 1)
    }

    @Test(arguments: [
        ("../secret.txt", "ref-escape"), ("a/../../secret.txt", "ref-escape"), ("%2e%2e/secret.txt", "ref-escape"),
        ("..\\secret.txt", "ref-escape"), ("C:\\secret.txt", "ref-escape"), ("https://example.org/a.pdf", "bad-value"),
        ("file:///etc/passwd", "bad-value"), ("//example.org/a.pdf", "bad-value"),
    ])
    func `a path that leads out of the package is never followed`(href: String, code: String) throws {
        let marked = Marked.module("1️⃣<file id='f' href='\(href)'/>")
        let reading = try marked.read(files: ["a.txt": [1]])
        #expect(marked.said(reading) == ["1 warning \(code)"])
        #expect(try Marked.step(reading).href == nil)
        #expect(try Marked.step(reading).unavailable != nil)
    }

    @Test func `the manifest is no file for learners`() throws {
        let marked = Marked.module("1️⃣<file id='f' href='curriculum.xml'/>")
        let reading = try marked.read(files: ["a.txt": [1]])
        #expect(marked.said(reading) == ["1 warning missing-files"])
        #expect(reading.draft?.files.map(\.path) == ["a.txt"])
    }

    @Test func `what stands behind the file's name is not kept, which is told`() throws {
        let marked = Marked.module("1️⃣<file id='f' href='a.txt#part'/>")
        let reading = try marked.read(files: ["a.txt": [1]])
        #expect(marked.said(reading) == ["1 warning bad-value"])
        #expect(try Marked.step(reading).href == "a.txt")
        #expect(try Marked.step(reading).unavailable == nil)
    }

    @Test func `a file without a name cannot be opened`() throws {
        let marked = Marked.module("1️⃣<file id='f'/>")
        #expect(marked.said(try marked.read()) == ["1 warning bad-value"])
    }
}
