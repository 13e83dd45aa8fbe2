import Archive
import CoursePackage
import Learning
import Testing

/// Packages that do not begin at the root of what was given.
@Suite struct PackageBelowTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// Paths; what ends in curriculum.xml or imsmanifest.xml is a sound one.
        var files: [String]
        var codes: [String]
        /// The files of the course that is read.
        var read: [String] = []
        /// What the gravest finding names.
        var names: [String] = []
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "a folder and a letter beside it",
            files: ["course/imsmanifest.xml", "course/index.html", "readme.pdf"],
            codes: ["warning top-folder"], read: ["imsmanifest.xml", "index.html"], names: ["“course”", "“readme.pdf”"]),
        Case(
            name: "what a Mac leaves beside it",
            files: ["__MACOSX/course/imsmanifest.xml", "course/imsmanifest.xml", "course/index.html"],
            codes: ["warning top-folder", "note leftovers"], read: ["imsmanifest.xml", "index.html"],
            names: ["“course”"]
        ),
        Case(
            name: "two folders deep", files: ["a/b/imsmanifest.xml", "a/b/index.html"], codes: ["warning top-folder"],
            read: ["imsmanifest.xml", "index.html"], names: ["“a/b”"]),
        Case(
            name: "one of two folders", files: ["a/curriculum.xml", "a/x.txt", "b/y.txt"],
            codes: ["warning top-folder"],
            read: ["x.txt"], names: ["“a”", "“b/y.txt”"]),
        Case(
            name: "a package in the package", files: ["a/curriculum.xml", "a/vendor/imsmanifest.xml", "b.txt"],
            codes: ["warning top-folder"], read: ["vendor/imsmanifest.xml"], names: ["“a”", "“b.txt”"]),
        Case(
            name: "much beside it", files: ["a/curriculum.xml"] + (0..<9).map { "x\($0)" },
            codes: ["warning top-folder"], names: ["“x0”", "“x4”", "4 more"]),
        Case(
            name: "two packages", files: ["a/imsmanifest.xml", "b/curriculum.xml"], codes: ["fatal no-manifest"],
            names: ["2 packages", "“a/imsmanifest.xml”", "“b/curriculum.xml”"]),
        Case(
            name: "an archive in it", files: ["course_SCORM12.zip", "readme.txt"], codes: ["fatal no-manifest"],
            names: ["“course_SCORM12.zip”"]),
        Case(
            name: "several archives in it", files: ["de/course.zip", "en/COURSE.ZIP"], codes: ["fatal no-manifest"],
            names: ["2 other archives", "“de/course.zip”", "“en/COURSE.ZIP”"]),
        Case(name: "nothing to read", files: ["a/readme.txt", "b.txt"], codes: ["fatal no-manifest"]),
    ]

    @Test(arguments: cases, [true, false])
    func `a single package is found wherever it lies, and otherwise it is named what there is`(
        test: Case, isZip: Bool
    ) throws {
        let scratch = try Scratch()
        let files = Dictionary(
            uniqueKeysWithValues: test.files.map { path in
                let isOurs = path.hasSuffix("/curriculum.xml")
                let text = isOurs ? Marked.module("<pledge id='p'/>").text : Manifest().marked.text
                return (path, path.hasSuffix(".xml") ? Array(text.utf8) : [1])
            })
        var given = scratch.path("a.zip")
        if isZip {
            try ArchiveWriter.write(files.mapValues { .bytes($0) }, to: given)
        } else {
            given = try scratch.write(files)
        }
        let reading = PackageReader().read(given)
        #expect(
            reading.findings.filter { $0.severity < .advice }.map { "\($0.severity) \($0.code)" } == test.codes)
        #expect(reading.draft?.files.map(\.path) == (test.codes[0] == "fatal no-manifest" ? nil : test.read))
        let said = [reading.findings.first?.message, reading.findings.first?.hint].compactMap { $0 }.joined()
        for name in test.names { #expect(said.contains(name), "\(said)") }
    }
}
