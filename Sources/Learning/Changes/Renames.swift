/// Which keys activities came to have along a line of versions: `was` of one version names a key of those before.
public struct Renames: Hashable, Sendable {
    /// One dictionary a version, old key to new.
    private var steps: [[String: String]]

    /// Nothing is renamed.
    public static let none = Renames(along: [])

    /// - Parameter versions: those after the one whose keys are known, in the order of their numbers.
    public init(along versions: some Sequence<CourseOutline>) {
        steps = versions.map(\.renames).filter { !$0.isEmpty }
    }

    /// What one version renames of the one before it.
    public init(_ modules: [CourseModule]) {
        let renames = CourseOutline.renames(in: modules)
        steps = renames.isEmpty ? [] : [renames]
    }

    /// The key that an activity has at the end of the line. One that is gone keeps its own.
    public func now(_ key: String) -> String {
        steps.reduce(key) { key, renames in renames[key] ?? key }
    }

    /// Those of a later version as well.
    public func followed(by other: Renames) -> Renames {
        var both = self
        both.steps += other.steps
        return both
    }
}
