public import Learning

/// A version before it is published: nobody sees it, and a sweep may remove it.
public struct StagedVersion: Sendable {
    public var id: Identifier<CourseVersion>
    public var draft: CourseDraft
    /// What the package was written in.
    public var format: String
    /// SHA-256 of the package's content, in hexadecimal.
    public var digest: String
    /// Every file of the draft with its blob.
    public var files: [StoredFile]
    /// Nil for the operator.
    public var importedBy: Identifier<Person>?
    public var createdAt: Instant

    public init(
        id: Identifier<CourseVersion>, draft: CourseDraft, format: String, digest: String, files: [StoredFile],
        importedBy: Identifier<Person>?, createdAt: Instant
    ) {
        self.id = id
        self.draft = draft
        self.format = format
        self.digest = digest
        self.files = files
        self.importedBy = importedBy
        self.createdAt = createdAt
    }
}
