import CoursePackage
import Learning
import Testing

/// A SCORM manifest with its marks (1️⃣ …), and the files of its package.
struct Manifest {
    var marked: Marked
    var files: [String: [UInt8]]

    static let adl =
        "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\""
        + " xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\" xmlns:imsss=\"http://www.imsglobal.org/xsd/imsss\""
        + " xmlns:adlnav=\"http://www.adlnet.org/xsd/adlnav_v1p3\""

    /// One that has nothing to complain of but what is in its parts.
    init(
        _ version: String = "1.2", items: String = "<item identifier='i' identifierref='r'><title>I</title></item>",
        resources: String = "<resource identifier='r' type='webcontent' adlcp:scormtype='sco' href='index.html'/>",
        root: String = "", organizations: String = " default='o'", files: [String] = ["index.html"]
    ) {
        marked = Marked(
            """
            <manifest identifier="course-4711-2026" version="3" \(root) \(Self.adl)>
              <metadata><schema>ADL SCORM</schema><schemaversion>\(version)</schemaversion></metadata>
              <organizations\(organizations)><organization identifier="o"><title>Course</title>
            \(items)
              </organization></organizations>
              <resources>
            \(resources)
              </resources>
            </manifest>
            """)
        self.files = Dictionary(uniqueKeysWithValues: files.map { ($0, Array($0.utf8)) })
    }

    /// A manifest as it is.
    init(text: String, files: [String] = ["index.html"]) {
        marked = Marked(text)
        self.files = Dictionary(uniqueKeysWithValues: files.map { ($0, Array($0.utf8)) })
    }

    /// Reads it, in other bytes than UTF-8's, or under another name, where that is asked for.
    func read(
        as bytes: (String) -> [UInt8] = { Array($0.utf8) }, named name: String = "imsmanifest.xml",
        below folder: String = ""
    ) throws -> PackageReading {
        let scratch = try Scratch()
        var all = files
        all[name] = bytes(marked.text)
        return PackageReader().read(
            try scratch.write(Dictionary(uniqueKeysWithValues: all.map { (folder + $0.key, $0.value) })))
    }

    func said(_ reading: PackageReading) -> [String] { marked.said(reading) }
}

extension PackageReading {
    var steps: [Step] { draft?.modules.flatMap(\.steps) ?? [] }

    /// Codes of notes with their counts.
    var notes: [String: Int] {
        Dictionary(uniqueKeysWithValues: findings.filter { $0.severity == .note }.map { ($0.code, $0.count) })
    }
}
