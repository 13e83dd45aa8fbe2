/// A file that a launch opens.
public struct LaunchedFile: Hashable, Sendable {
    /// From the package's root.
    public var path: String
    /// SHA-256 of its bytes, in hexadecimal.
    public var digest: String
    /// Bytes.
    public var size: Int
}
