/// Numbers about a package, for a person who wants to know whether all of it arrived.
public struct PackageFacts: Hashable, Sendable, Codable {
    /// Parts of the outline at all depths.
    public var items = 0
    /// Parts without parts.
    public var leaves = 0
    /// Leaves that open nothing.
    public var headings = 0
    /// Levels of the outline.
    public var depth = 0
    /// Titles of the first three leaves.
    public var first3: [String] = []
    /// Quizzes and tests.
    public var tests = 0
    /// Their questions.
    public var questions = 0
    /// Resources that a manifest lists, for formats that have such a list.
    public var resources = 0
    /// Distinct files of the package that it names.
    public var refs = 0
    /// Those of them that are not in it.
    public var missing = 0

    public init() {}

    /// Counts one part of the outline.
    mutating func count(title: String, depth: Int, isLeaf: Bool, opens: Bool = true) {
        items += 1
        self.depth = max(self.depth, depth)
        guard isLeaf else { return }
        leaves += 1
        if !opens { headings += 1 }
        if first3.count < 3 { first3.append(title) }
    }
}
