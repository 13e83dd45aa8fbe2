import Learning
import XML

/// A format that is known but not read yet. Its manifest is gone through all the same, so that what is wrong with the
/// package is told before what is missing here.
struct UnreadFormat: PackageFormat {
    var name: String
    var manifest: String?
    var hasTopFolder = false
    /// Local names of root elements: of the manifest, and of lone documents.
    var roots: Set<String>
    /// A child that the root must have.
    var child: String?
    /// What to do with such a package.
    var hint = standardHint

    static let standardHint =
        "Name it in a <package href=\"…\"/> of a curriculum.xml, where a learner can mark it as done."

    /// It counts before an `imsmanifest.xml` beside it.
    static let cmi5 = UnreadFormat(name: "cmi5", manifest: "cmi5.xml", roots: ["courseStructure"])

    static let all: [any PackageFormat] = [
        UnreadFormat(
            name: "Moodle backup", manifest: "moodle_backup.xml", roots: ["moodle_backup"], child: "information"),
        UnreadFormat(name: "Moodle 1.9 backup", manifest: "moodle.xml", roots: ["MOODLE_BACKUP"]),
        UnreadFormat(name: "Open edX OLX", manifest: "course.xml", hasTopFolder: true, roots: ["course", "library"]),
        UnreadFormat(name: "Moodle question XML", roots: ["quiz"]),
        UnreadFormat(
            name: "QTI",
            roots: [
                "questestinterop", "assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test",
            ]),
    ]

    static func unknown(_ root: XMLName) -> UnreadFormat {
        UnreadFormat(
            name: "XML with the root element “\(root.local)”", roots: [root.local],
            hint: "A course begins with <curriculum xmlns=\"\(CurriculumFormat.namespace)\" id=\"…\">.")
    }

    func recognizes(root: XMLName) -> Bool { roots.contains(root.local) }

    func read(_ source: PackageSource, log: FindingLog, into reading: PackageReading) throws -> PackageReading {
        let outline = Outline()
        try source.parse(source.manifest, outline)
        let isManifest = outline.root.map { roots.contains($0.local) } ?? false
        guard isManifest, child.map(outline.children.contains) ?? true else {
            throw Unreadable(
                finding: Finding(
                    .fatal, "not-manifest", entry: source.manifest, line: 1, column: 1,
                    message: "It is named like the manifest of a \(name) package, but is none.",
                    hint: "Export the package again from the program that made it."))
        }
        var reading = reading
        reading.findings = log.findings.filter { $0.severity == .note }
        throw Unreadable(finding: Self.unsupported(name, entry: source.manifest, hint: hint))
    }

    static func unsupported(_ name: String, entry: String?, hint: String) -> Finding {
        Finding(
            .fatal, "unsupported", entry: entry, message: "It is in a format that is not read yet: \(name).", hint: hint
        )
    }

    /// What the files of a package without any known manifest tell about its kind; nil when they tell nothing.
    static func telltale(in files: PackageFiles) -> UnreadFormat? {
        let known = [
            "h5p.json": "H5P", "contentv3.xml": "eXeLearning", "content.xml": "eXeLearning",
            "content.data": "eXeLearning", "tincan.xml": "Tin Can (xAPI)", "library.xml": "Open edX library",
        ]
        for file in files.files {
            let name = (file.path.split(separator: "/").last ?? "").lowercased()
            if let format = known[name] { return UnreadFormat(name: format, roots: []) }
            if name.hasSuffix(".au") || name.hasSuffix(".crs") || name.hasSuffix(".des") || name.hasSuffix(".cst") {
                return UnreadFormat(name: "AICC", roots: [])
            }
        }
        return nil
    }

    /// The root and the elements below it.
    private final class Outline: XMLContentHandler {
        private(set) var root: XMLName?
        private(set) var children: Set<String> = []
        private var depth = 0

        func start(_ element: borrowing XMLElement) {
            if depth == 0 { root = element.name }
            if depth == 1 { children.insert(element.name.local) }
            depth += 1
        }

        func end(_ name: XMLName) { depth -= 1 }
        func text(_ bytes: Span<UInt8>) {}
    }
}
