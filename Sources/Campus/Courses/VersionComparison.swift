public import Learning

/// Two versions of a course side by side.
public struct VersionComparison: Sendable {
    public var since: Identifier<CourseVersion>
    public var version: Identifier<CourseVersion>
    public var changes: CourseChanges
}
