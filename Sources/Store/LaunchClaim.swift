public import Learning

/// What a launch stands for.
public struct LaunchClaim: Hashable, Sendable {
    /// Who opened it.
    public var person: Identifier<Person>
    /// Nil for a preview.
    public var enrollment: Identifier<Enrollment>?
    public var version: Identifier<CourseVersion>
    public var item: ItemKey
}
