/// One upload and what became of it.
public struct ImportJob: Identified, Hashable {
    public static let idPrefix = "imp"

    /// How far it is.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// All bytes are here; others are before it.
        case waiting
        case running
        /// It was read, and what it would change can be seen; it waits to be published.
        case held
        /// It has a result.
        case ended
    }

    public var id: Identifier<ImportJob>
    /// Nil for the operator.
    public var requestedBy: Identifier<Person>?
    /// As the caller named it; for people to recognize it by.
    public var fileName: String
    /// SHA-256 of what was uploaded, in hexadecimal.
    public var digest: String
    /// Bytes of what was uploaded.
    public var size: Int
    public var state: State
    /// Whether a new version of a course that is known is not published before somebody has seen what it changes.
    public var isHold: Bool
    /// The version that it was compared with, if it was.
    public var comparedWith: Identifier<CourseVersion>?
    /// Present once it has ended, or is held.
    public var result: ImportResult?
    /// What the package was written in, once that is known.
    public var format: String?
    public var title: String?
    public var courseID: Identifier<Course>?
    public var versionID: Identifier<CourseVersion>?
    public var counts: ImportCounts
    public var createdAt: Instant
    public var endedAt: Instant?

    public init(
        id: Identifier<ImportJob>, requestedBy: Identifier<Person>? = nil, fileName: String, digest: String,
        size: Int, state: State = .waiting, isHold: Bool = false, comparedWith: Identifier<CourseVersion>? = nil,
        result: ImportResult? = nil, format: String? = nil, title: String? = nil,
        courseID: Identifier<Course>? = nil, versionID: Identifier<CourseVersion>? = nil,
        counts: ImportCounts = ImportCounts(), createdAt: Instant, endedAt: Instant? = nil
    ) {
        self.id = id
        self.requestedBy = requestedBy
        self.fileName = fileName
        self.digest = digest
        self.size = size
        self.state = state
        self.isHold = isHold
        self.comparedWith = comparedWith
        self.result = result
        self.format = format
        self.title = title
        self.courseID = courseID
        self.versionID = versionID
        self.counts = counts
        self.createdAt = createdAt
        self.endedAt = endedAt
    }
}
