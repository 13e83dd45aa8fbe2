/// One immutable state of a course, made by one import.
public struct CourseVersion: Identified, Hashable {
    public static let idPrefix = "ver"

    public var id: Identifier<CourseVersion>
    public var courseID: Identifier<Course>
    /// 1, 2, 3 … in the order of publication.
    public var number: Int
    /// What the author calls it; empty when the package says nothing.
    public var label: String
    /// BCP 47.
    public var language: String
    public var title: String
    /// Why we change, and why now; Markdown.
    public var why: String?
    /// What is in it for the learner; Markdown.
    public var benefit: String?
    /// What we stop doing; Markdown.
    public var stop: String?
    /// What the package was written in, e.g. `curriculum`.
    public var format: String
    /// SHA-256 of the package's content, in hexadecimal.
    public var digest: String
    /// Nil for the operator.
    public var importedBy: Identifier<Person>?
    public var publishedAt: Instant

    public init(
        id: Identifier<CourseVersion>, courseID: Identifier<Course>, number: Int, label: String, language: String,
        title: String, why: String? = nil, benefit: String? = nil, stop: String? = nil, format: String,
        digest: String, importedBy: Identifier<Person>? = nil, publishedAt: Instant
    ) {
        self.id = id
        self.courseID = courseID
        self.number = number
        self.label = label
        self.language = language
        self.title = title
        self.why = why
        self.benefit = benefit
        self.stop = stop
        self.format = format
        self.digest = digest
        self.importedBy = importedBy
        self.publishedAt = publishedAt
    }
}
