import CoursePackage
import Learning
import Testing

@Suite struct SCORMReferenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var href: String
        var base = ""
        var files = ["index.html"]
        var opens: String?
        var suffix: String?
        var said: [String] = []
        var testDescription: String { "\(base) \(href)" }
    }

    static let missing = ["warning missing-files"]

    @Test(arguments: [
        Case(href: "index.html", opens: "index.html"),
        Case(href: "./x/../index.html", opens: "index.html"),
        Case(href: "/index.html", opens: "index.html"),
        Case(href: "a\\b.html", files: ["a/b.html"], opens: "a/b.html"),
        Case(href: "b.html", base: "a/", files: ["a/b.html"], opens: "a/b.html"),
        Case(href: "b.html", base: "a\\", files: ["a/b.html"], opens: "a/b.html"),
        Case(href: "b.html", base: "a", files: ["a/b.html"], opens: "a/b.html", said: missing),
        Case(href: "index.html", base: "a/", opens: "index.html", said: missing),
        Case(href: "with%20space.html", files: ["with space.html"], opens: "with space.html"),
        Case(href: "with%20space.html", files: ["with%20space.html", "with space.html"], opens: "with%20space.html"),
        Case(href: "S%C3%BCd.html", files: ["Süd.html"], opens: "Süd.html"),
        Case(href: "S%FCd.html", files: ["Süd.html"], opens: "Süd.html"),
        Case(href: "INDEX.HTML", opens: "index.html", said: missing),
        Case(href: " index.html ", opens: "index.html", said: missing),
        Case(href: "index.html?a=1&amp;b=ü#p 2", opens: "index.html", suffix: "?a=1&b=%C3%BC#p%202"),
        Case(href: "a#1.html", files: ["a#1.html"], opens: "a#1.html"),
        Case(href: "a", files: ["a/index.html"], opens: "a/index.html"),
        Case(href: "gone.html", opens: nil, said: missing),
        Case(href: "../../etc/passwd", opens: nil, said: missing + ["warning ref-escape"]),
        Case(href: "a/../../index.html", base: "../", opens: nil, said: missing + ["warning ref-escape"]),
        Case(href: "javascript:alert(1)", opens: nil), Case(href: "file:///etc/passwd", opens: nil),
        Case(href: "#top", opens: nil),
    ])
    func `an href finds its file as exporters write it`(example: Case) throws {
        let manifest = Manifest(
            resources:
                "<resource identifier='r' adlcp:scormtype='sco' xml:base='\(example.base)' href='\(example.href)'><file href='\(example.href)'/></resource>",
            files: example.files)
        let reading = try manifest.read()
        let step = try #require(reading.steps.first)
        #expect(
            reading.findings.filter { $0.severity == .warning }.map { "warning \($0.code)" }.sorted() == example.said)
        if let opens = example.opens {
            #expect(step.href == opens && step.unavailable == nil && step.content?.suffix == example.suffix)
        } else {
            #expect(step.unavailable != nil && !step.isRequired)
        }
        #expect(reading.facts.missing == (example.said.isEmpty ? 0 : 1))
    }

    @Test func `bases of the manifest, the resources and the resource add up`() throws {
        let manifest = Manifest(
            text: """
                <manifest identifier="m-20260711" xml:base="one/" \(Manifest.adl)><metadata><schema>ADL SCORM</schema>
                <schemaversion>1.2</schemaversion></metadata><organizations><organization identifier="o"><title>T</title>
                <item identifier="i" identifierref="r"/></organization></organizations>
                <resources xml:base="two/"><resource identifier="r" xml:base="three/" adlcp:scormtype="sco" href="p.html"/></resources></manifest>
                """, files: ["one/two/three/p.html"])
        let reading = try manifest.read()
        #expect(reading.outcome == .imports && reading.steps.map(\.href) == ["one/two/three/p.html"])
    }

    @Test(arguments: [
        ("", "?a=1", "?a=1"), ("", "a=1", "?a=1"), ("?x=1", "&amp;a=1", "?x=1&a=1"), ("#f", "a=1", "?a=1#f"),
        ("#f", "#g", "#f"), ("", "#g", "#g"), ("?x", "a=1#g", "?x&a=1#g"), ("", "?", nil),
        ("", "a=b c\"", "?a=b%20c%22"),
    ])
    func `parameters of an item come behind the address`(href: String, parameters: String, suffix: String?) throws {
        let reading = try Manifest(
            items: "<item identifier='i' identifierref='r' parameters='\(parameters)'><title>I</title></item>",
            resources: "<resource identifier='r' adlcp:scormtype='sco' href='index.html\(href)'/>"
        ).read()
        #expect(reading.steps.map(\.content?.suffix) == [suffix])
    }

    @Test func `what is on another host is a link that the learner follows`() throws {
        let reading = try Manifest(
            resources: "<resource identifier='r' adlcp:scormtype='sco' href='https://example.org/c?x=1'/>", files: []
        ).read()
        #expect(reading.steps.map(\.kind) == [.link] && reading.steps.map(\.href) == ["https://example.org/c?x=1"])
        #expect(reading.notes == ["remote": 1])
    }

    @Test func `a resource that names only files opens the first when it is a page`() throws {
        let page = "<resource identifier='r' adlcp:scormtype='sco'><file href='index.html'/></resource>"
        #expect(try Manifest(resources: page).read().steps.map(\.href) == ["index.html"])
        let script = try Manifest(resources: page.replacing("index.html", with: "x.js"), files: ["x.js"]).read()
        #expect(script.steps[0].unavailable != nil)
    }

    @Test func `files, metadata and locations that are missing are counted once each`() throws {
        let manifest = Manifest(
            resources: """
                <resource identifier='r' adlcp:scormtype='sco' href='index.html'><file href='index.html'/>
                1️⃣<file href='gone.js'/><file href='gone.js'/><metadata><adlcp:location>r.xml</adlcp:location></metadata></resource>
                <resource identifier='lib' adlcp:scormtype='asset'><file href='lib'/></resource>
                """, files: ["index.html", "lib/a.js"])
        let reading = try manifest.read()
        #expect(reading.facts.refs == 4 && reading.facts.missing == 2 && reading.facts.resources == 2)
        #expect(manifest.said(reading).contains("1 warning missing-files"))
        #expect(reading.steps[0].unavailable == nil)
    }

    @Test func `an item whose resource is not there cannot be opened`() throws {
        let manifest = Manifest(
            items:
                "1️⃣<item identifier='i' identifierref='nope'><title>I</title></item><item identifier='k' identifierref='r'/>"
        )
        let reading = try manifest.read()
        #expect(manifest.said(reading) == ["1 warning dangling-ref"])
        #expect(reading.steps[0].unavailable != nil && reading.steps[0].href == nil && reading.steps[0].content == nil)
        #expect(reading.steps[1].unavailable == nil)
    }
}
