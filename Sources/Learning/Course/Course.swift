/// A lasting key under which versions come and go.
public struct Course: Identified, Hashable {
    public static let idPrefix = "crs"

    public var id: Identifier<Course>
    /// The author's own, unique: what makes an import a new version of this course.
    public var key: String
    /// Of the version that is current.
    public var title: String
    /// BCP 47, of the version that is current.
    public var language: String
    /// Who answers for it; nil for nobody yet.
    public var ownerID: Identifier<Person>?
    /// Whether everybody may see it and enroll themselves.
    public var isOpen: Bool
    /// The version that new enrollments get.
    public var versionID: Identifier<CourseVersion>
    public var createdAt: Instant
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Course>, key: String, title: String, language: String, ownerID: Identifier<Person>? = nil,
        isOpen: Bool = false, versionID: Identifier<CourseVersion>, createdAt: Instant, revision: Int = 1
    ) {
        self.id = id
        self.key = key
        self.title = title
        self.language = language
        self.ownerID = ownerID
        self.isOpen = isOpen
        self.versionID = versionID
        self.createdAt = createdAt
        self.revision = revision
    }
}
