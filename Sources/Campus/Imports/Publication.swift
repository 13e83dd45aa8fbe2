public import Learning

/// What publishing a staged version came to.
public struct Publication: Hashable, Sendable {
    /// `created`, or `unchanged` when this very content was published before.
    public var result: ImportResult
    public var course: Identifier<Course>
    public var version: Identifier<CourseVersion>
    /// Whether a later version is the current one.
    public var isSuperseded = false
    /// Keys of answers that the author changed, but that stay as a person edited them.
    public var keptAnswers: [String] = []
    /// Owners of answers whom the author names, but whom nobody here is.
    public var unknownOwners: [String] = []
}
