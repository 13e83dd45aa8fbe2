import CoursePackage
import Learning
import Testing

@Suite struct SCORMOutlineTests {
    private static func item(_ id: String, _ inside: String = "", ref: String? = "r") -> String {
        "<item identifier='\(id)'\(ref.map { " identifierref='\($0)'" } ?? "")><title>\(id.uppercased())</title>\(inside)</item>"
    }

    @Test func `one item is one step of one module that is called like the course`() throws {
        let reading = try Manifest().read()
        let draft = try #require(reading.draft)
        #expect(reading.outcome == .imports)
        #expect(reading.format == "SCORM" && reading.version == "1.2" && reading.title == "Course")
        #expect(draft.key == "course-4711-2026" && draft.versionLabel == "3" && draft.title == "Course")
        #expect(draft.modules.map(\.title) == ["Course"] && draft.modules.map(\.key) == ["o:1"])
        #expect(draft.modules.map(\.kind) == [.training])
        #expect(
            reading.steps == [
                Step(
                    key: "i", kind: .package, title: "I", href: "index.html", moveOn: .completedOrPassed,
                    content: ContentLaunch(standard: .scorm12, role: .sco))
            ])
        #expect(draft.files.map(\.path) == ["imsmanifest.xml", "index.html"])
        #expect(reading.digest?.count == 64)
    }

    @Test func `items with items are modules in the order of the outline, and inner ones say where they stand`() throws
    {
        let reading = try Manifest(
            items: Self.item("a")
                + Self.item(
                    "b",
                    Self.item("b1") + Self.item("c", Self.item("c1") + Self.item("c2"), ref: nil) + Self.item("b2"),
                    ref: nil)
                + Self.item("d")
        ).read()
        let modules = try #require(reading.draft).modules
        #expect(modules.map(\.key) == ["o:1", "b", "c", "b:2", "o:2"])
        #expect(modules.map(\.title) == ["Course", "B", "B › C", "B", "Course"])
        #expect(modules.map { $0.steps.map(\.key) } == [["a"], ["b1"], ["c1", "c2"], ["b2"], ["d"]])
        #expect(reading.facts.items == 8 && reading.facts.leaves == 6 && reading.facts.depth == 3)
        #expect(reading.facts.first3 == ["A", "B1", "C1"])
    }

    @Test func `one item around all that is called like the course is not told twice`() throws {
        let reading = try Manifest(
            items: "<item identifier='w'><title>Course</title>\(Self.item("m", Self.item("x"), ref: nil))</item>"
        ).read()
        #expect(reading.draft?.modules.map(\.title) == ["M"])
    }

    @Test func `an item with items and content of its own is a step of its own module`() throws {
        let reading = try Manifest(items: Self.item("p", Self.item("p1"))).read()
        #expect(reading.draft?.modules.map(\.key) == ["p:1"])
        #expect(reading.steps.map(\.key) == ["p", "p1"])
        #expect(reading.steps.allSatisfy { $0.unavailable == nil && $0.href == "index.html" })
    }

    @Test func `an item that opens nothing is a heading, which nobody has to do`() throws {
        let reading = try Manifest(items: Self.item("h", ref: nil) + Self.item("i")).read()
        #expect(reading.outcome == .imports && reading.notes == ["heading": 1])
        #expect(reading.facts.headings == 1)
        #expect(reading.steps[0].unavailable != nil && !reading.steps[0].isRequired && reading.steps[1].isRequired)
    }

    @Test func `a title that comes behind the items still names its module`() throws {
        let reading = try Manifest(items: "<item identifier='m'>\(Self.item("x"))<title>Late</title></item>").read()
        #expect(reading.draft?.modules.map(\.title) == ["Late"])
    }

    @Test func `what the package hides is there, but not asked for, unless all is hidden`() throws {
        let hidden = "<item identifier='h' identifierref='r' isvisible='false'><title>H</title></item>"
        let some = try Manifest(items: Self.item("i") + hidden).read()
        #expect(some.steps.map(\.isRequired) == [true, false] && some.notes == ["hidden": 1])
        #expect(some.steps[1].content?.isHidden == true)
        let all = try Manifest(items: hidden).read()
        #expect(all.steps.map(\.isRequired) == [true] && all.notes.isEmpty)
    }

    @Test func `the organization that is asked for counts, wherever it stands`() throws {
        let two = """
            <manifest identifier="m-20260711" \(Manifest.adl)><metadata><schema>ADL SCORM</schema>
            <schemaversion>1.2</schemaversion></metadata>
            1️⃣<organizations default="DEFAULT">
            <organization identifier="one"><title>One</title><item identifier="x" identifierref="gone"/><item identifier="x"/></organization>
            <organization identifier="two"><title>Two</title><item identifier="y" identifierref="r"><title>Y</title></item></organization>
            </organizations><resources><resource identifier="r" adlcp:scormtype="sco" href="index.html"/></resources></manifest>
            """
        let second = Manifest(text: two.replacing("DEFAULT", with: "two"))
        let reading = try second.read()
        #expect(reading.outcome == .imports && reading.title == "Two" && reading.steps.map(\.key) == ["y"])
        #expect(reading.facts.items == 1 && reading.facts.first3 == ["Y"])
        let none = Manifest(text: two.replacing("DEFAULT", with: "three"))
        let first = try none.read()
        #expect(first.title == "One")
        #expect(none.said(first).contains("1 warning bad-default-org"))
    }

    @Test func `without an outline the SCOs are the course, else the pages that serve no other`() throws {
        func manifest(_ resources: String) -> Manifest {
            Manifest(
                text: """
                    1️⃣<manifest identifier="m-20260711" \(Manifest.adl)><metadata><schema>ADL SCORM</schema>
                    <schemaversion>1.2</schemaversion></metadata><organizations/><resources>\(resources)</resources></manifest>
                    """, files: ["one.html", "two.html", "lib.js"])
        }
        let contents = manifest(
            "<resource identifier='a' adlcp:scormtype='asset' href='two.html'/><resource identifier='s' adlcp:scormtype='sco' href='one.html'/>"
        )
        let reading = try contents.read()
        #expect(Set(reading.findings.filter { $0.severity == .warning }.map(\.code)) == ["no-org", "no-title"])
        #expect(reading.steps.map(\.key) == ["s"] && reading.steps.map(\.title) == ["one"])
        #expect(reading.facts.items == 0 && reading.title == "" && reading.draft?.title == "m-20260711")
        let pages = try manifest(
            "<resource identifier='b' href='two.html'><dependency identifierref='l'/></resource><resource identifier='l' href='lib.js'/><resource identifier='a' href='one.html'/>"
        ).read()
        #expect(pages.steps.map(\.key) == ["b", "a"])
        let nothing = try manifest("").read()
        #expect(nothing.outcome == .rejected && nothing.findings.first?.code == "nothing")
    }

    @Test func `identifiers are keys that last, and those that come again are told and numbered`() throws {
        let manifest = Manifest(
            items:
                "<item identifier='{A 1}' identifierref='r'/>1️⃣<item identifier='{A 1}' identifierref='r'/><item identifierref='r'/>\n2️⃣<item identifierref='r'/>",
            resources:
                "<resource identifier='r' adlcp:scormtype='sco' href='index.html'/>\n3️⃣<resource identifier='r' adlcp:scormtype='sco' href='other.html'/>",
            files: ["index.html", "other.html"])
        let reading = try manifest.read()
        #expect(manifest.said(reading) == ["1 warning dup-id", "2 warning dup-id", "3 warning dup-id"])
        #expect(reading.steps.map(\.key) == ["x-A-1-", "x-A-1--2", "item-r", "item-r-2"])
        #expect(reading.steps.allSatisfy { $0.href == "index.html" })
    }

    @Test(arguments: [
        ("com.example.course.4711", "Selling", "com.example.course.4711"),
        ("adapt_manifest", "Selling well", "adapt_manifest-selling-well"),
        ("MANIFEST01", "Selling", "MANIFEST01-selling"), ("", "Selling", "selling"),
        ("SingleCourseManifest", "", "SingleCourseManifest"),
        ("RusticiSoftwareSCORMDriverTemplate", "A", "RusticiSoftwareSCORMDriverTemplate-a"),
        ("com.scorm.manifesttemplates.scorm12", "A", "com.scorm.manifesttemplates.scorm12-a"),
        ("MANIFEST-8A1F3C2277", "A", "MANIFEST-8A1F3C2277"), ("Negotiation_Basics", "A", "Negotiation_Basics"),
    ])
    func `a course is known again by its manifest, and where exporters give all the same, by its title too`(
        identifier: String, title: String, key: String
    ) throws {
        let manifest = Manifest(
            text: """
                <manifest identifier="\(identifier)" \(Manifest.adl)><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
                <organizations><organization identifier="o"><title>\(title)</title><item identifier="i" identifierref="r"/></organization></organizations>
                <resources><resource identifier="r" href="index.html"/></resources></manifest>
                """)
        #expect(try manifest.read().draft?.key == key)
    }
}
