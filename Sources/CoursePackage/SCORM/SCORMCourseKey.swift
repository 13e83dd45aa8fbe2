import Learning

/// The lasting key of a course that came as SCORM: the manifest's identifier, by which a later version of the package is
/// known. Many exporters give all of their packages the same one; the course's title is put behind such a one, as two
/// courses that are taken for one are worse than one that is not known again under a new title.
enum SCORMCourseKey {
    /// What identifiers of templates are made of.
    private static let filler = [
        "manifesttemplate", "runtimedata", "manifest", "template", "software", "rustici", "metadata", "articulate",
        "captivate", "lectora", "package", "content", "courses", "course", "default", "exelearning", "ispring",
        "organization", "driver", "single", "imscp", "scorm", "adapt", "adobe", "lesson", "module", "title", "training",
        "elearning", "project", "moodle", "export", "storyline", "rise", "main", "root", "test", "unit", "sco", "ims",
        "adl", "com", "org", "net", "www", "no", "my", "the", "of", "id", "cp", "v", "s", "a", "p", "x",
    ]

    static func key(identifier: String, title: String) -> String {
        let key = SCORMReader.key(CurriculumElement.line(identifier))
        let slug = slug(title)
        if key.isEmpty { return slug.isEmpty ? "scorm" : slug }
        guard isCommon(key), !slug.isEmpty else { return key }
        return String("\(key)-\(slug)".prefix(CurriculumKey.limit))
    }

    /// Whether nothing in it tells one course from another: words of templates, and at most four digits.
    static func isCommon(_ identifier: String) -> Bool {
        var letters = identifier.lowercased().filter(\.isLetter)
        guard identifier.count(where: \.isNumber) <= 4, letters.utf8.count <= 60 else { return false }
        while !letters.isEmpty {
            guard let word = filler.first(where: letters.hasPrefix) else { return false }
            letters.removeFirst(word.count)
        }
        return true
    }

    private static func slug(_ title: String) -> String {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        return CurriculumKey.mended(String(words.joined(separator: "-").prefix(80)))
    }
}
