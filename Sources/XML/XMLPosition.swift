/// Where something stands in a document.
public struct XMLPosition: Hashable, Sendable, Comparable {
    /// 1-based; lines end with a line feed.
    public var line: Int
    /// 1-based, in characters (Unicode scalars), a byte order mark not counted.
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
