public import CoursePackage
public import Learning

/// What an import came to, and what it had to say.
public struct ImportReport: Sendable {
    public var result: ImportResult
    /// What was found in the package.
    public var reading: PackageReading
    /// The course and version that now hold it; nil when it was refused.
    public var course: Identifier<Course>?
    public var version: Identifier<CourseVersion>?
    /// Where it is held: what it would change, and of which version; nil of none when the course is new.
    public var changes: CourseChanges?
    public var comparedWith: Identifier<CourseVersion>?

    public var findings: [Finding] { reading.findings }
    public var counts: ImportCounts { reading.draft.map(ImportCounts.init) ?? ImportCounts() }

    init(_ reading: PackageReading, refusing finding: Finding? = nil) {
        result = .refused
        self.reading = reading
        guard let finding else { return }
        self.reading.findings.insert(finding, at: 0)
    }

    init(
        _ reading: PackageReading, holding changes: CourseChanges, of course: Identifier<Course>?,
        comparedWith: Identifier<CourseVersion>?
    ) {
        result = .held
        self.reading = reading
        self.course = course
        self.changes = changes
        self.comparedWith = comparedWith
    }

    init(_ reading: PackageReading, _ publication: Publication) {
        result = publication.result
        self.reading = reading
        course = publication.course
        version = publication.version
        if publication.isSuperseded {
            self.reading.findings.append(
                Finding(
                    .warning, "superseded",
                    message: "This very content is known as an earlier version; a later one stays the current one.",
                    hint: "To go back to it, give it another version label and import it again."))
        }
        if !publication.keptAnswers.isEmpty {
            self.reading.findings.append(Self.keptAnswers(publication.keptAnswers))
        }
        if !publication.unknownOwners.isEmpty {
            self.reading.findings.append(Self.unknownOwners(publication.unknownOwners))
        }
    }

    private static func keptAnswers(_ keys: [String]) -> Finding {
        Finding(
            .warning, "answer-edited",
            message: "These answers were edited here since they came; they stay as they are: \(some(keys)).",
            hint: "Compare them with the package, and take over by hand what is better there.", count: keys.count)
    }

    private static func unknownOwners(_ names: [String]) -> Finding {
        Finding(
            .warning, "unknown-owner",
            message:
                "The package names owners of answers who are nobody here; those answers have none: \(some(names)).",
            hint:
                "Correct the e-mail address or personnel number, or add the people and set the answers' owner by hand.",
            count: names.count)
    }

    private static func some(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
}
