public import Learning

/// What was found in a package.
public struct PackageReading: Sendable {
    /// Whether it can be imported.
    public enum Outcome: String, Sendable, Codable {
        /// As its author meant it.
        case imports
        /// With something that is not as its author meant it.
        case warnings
        /// Not at all.
        case rejected
    }

    /// The package's format, such as `Cornerman curriculum`; empty when that could not be told.
    public var format = ""
    /// The format's version; empty when the package does not say.
    public var version = ""
    /// The course's title; empty when there is none.
    public var title = ""
    /// The course; nil when the package is rejected.
    public var draft: CourseDraft?
    /// What there is to say, the gravest first, else in the order of the document.
    public var findings: [Finding] = []
    /// What was counted.
    public var facts = PackageFacts()
    /// The way to the files' bytes, by the paths that the draft uses; nil when the package could not be opened.
    public var files: PackageFiles?
    /// SHA-256 of all names and contents, in hexadecimal: the same for a folder and for any zip of it. Nil when the
    /// package is rejected.
    public var digest: String?
    /// SHA-256 of each file's bytes, in hexadecimal, by its path; empty when the package is rejected.
    public var fileDigests: [String: String] = [:]

    public init() {}

    public var outcome: Outcome {
        if findings.contains(where: { $0.severity == .fatal }) { return .rejected }
        return findings.contains { $0.severity == .warning } ? .warnings : .imports
    }
}
