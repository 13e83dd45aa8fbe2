/// A place in a file.
public struct FilePosition: Hashable, Sendable {
    /// 1-based.
    public var line: Int
    /// Characters from the start of the line, 1-based.
    public var column: Int

    public init(line: Int, column: Int = 1) {
        self.line = line
        self.column = column
    }
}
