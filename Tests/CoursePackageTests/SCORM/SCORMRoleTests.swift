import CoursePackage
import Learning
import Testing

/// What a resource is played as that does not say whether it reports.
@Suite struct SCORMRoleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// The attributes of the resources a, b, …, each opened by an item of its own.
        var types: [String]
        var roles: [ContentLaunch.Role]
        /// What is said of which resources.
        var says: [String]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "the only item", types: ["1️⃣"], roles: [.sco], says: ["1 warning scormtype"]),
        Case(
            name: "no item says it", types: ["1️⃣", "2️⃣"], roles: [.sco, .sco],
            says: ["1 warning scormtype", "2 warning scormtype"]),
        Case(
            name: "one says it", types: ["adlcp:scormtype='sco'", "1️⃣"], roles: [.sco, .asset],
            says: ["1 warning scormtype"]),
        Case(
            name: "one is an asset", types: ["1️⃣", "adlcp:scormtype='asset'"], roles: [.asset, .asset],
            says: ["1 warning scormtype"]),
        Case(
            name: "another word", types: ["1️⃣adlcp:scormtype='learning'"], roles: [.sco], says: ["1 warning scormtype"]),
        Case(
            name: "another word beside one that says it", types: ["adlcp:scormtype='SCO'", "1️⃣adlcp:scormtype='scorm'"],
            roles: [.sco, .asset], says: ["1 warning scormtype"]),
        Case(
            name: "all say it", types: ["scormtype='asset'", "adlcp:scormType='sco'"], roles: [.asset, .sco], says: []),
    ]

    private func manifest(_ test: Case, isOutlined: Bool = true) -> Manifest {
        let names = test.types.indices.map { "r\($0)" }
        return Manifest(
            items: isOutlined
                ? names.map { "<item identifier='i\($0)' identifierref='\($0)'><title>\($0)</title></item>" }.joined()
                : "",
            resources: zip(names, test.types).map { name, type in
                let mark = type.prefix { !$0.isASCII }
                return
                    "\(mark)<resource identifier='\(name)' type='webcontent' \(type.dropFirst(mark.count)) href='\(name).html'/>"
            }.joined(separator: "\n"), files: names.map { $0 + ".html" })
    }

    @Test(arguments: cases)
    func `what does not say whether it reports is told, and played as is most probable`(test: Case) throws {
        let manifest = manifest(test)
        let reading = try manifest.read()
        #expect(manifest.said(reading) == test.says)
        #expect(reading.steps.map(\.content?.role) == test.roles)
        #expect(
            reading.steps.map(\.moveOn) == test.roles.map { $0 == .sco ? .completedOrPassed : .completed })
    }

    @Test func `a warning says what it is played as`() throws {
        let said = try Self.cases.map {
            try manifest($0).read().findings.filter { $0.code == "scormtype" }.map(\.message)
        }
        #expect(
            said[0] == [
                "The resource “r0” does not say its scormtype; it is played as a SCO, which is done when it says so."
            ])
        #expect(
            said[2]
                == [
                    "The resource “r1” does not say its scormtype; it is taken for an asset, which is done when it is opened."
                ])
        #expect(
            said[4]
                == [
                    "scormtype=\"learning\" is neither sco nor asset; it is played as a SCO, which is done when it says so."
                ])
    }

    @Test func `what nobody opens need not say it`() throws {
        let reading = try Manifest(
            resources:
                "<resource identifier='r' adlcp:scormtype='sco' href='index.html'/><resource identifier='x' href='x.js'/>",
            files: ["index.html", "x.js"]
        ).read()
        #expect(reading.outcome == .imports)
    }

    @Test func `without an outline the only page is played, and one of several is a page`() throws {
        let one = try manifest(Self.cases[0], isOutlined: false).read()
        #expect(one.steps.map(\.content?.role) == [.sco])
        #expect(one.findings.contains { $0.code == "scormtype" })
        let two = try manifest(Self.cases[1], isOutlined: false).read()
        #expect(two.steps.map(\.content?.role) == [.asset, .asset])
    }
}
