/// A version that an enrollment is or was on, and how the keys of the version before it read in it.
public struct VersionStop: Sendable {
    public let outline: CourseOutline
    /// From the stop before; nothing at the first.
    public let renames: Renames

    public init(_ outline: CourseOutline, renames: Renames = .none) {
        self.outline = outline
        self.renames = renames
    }
}
