/// How much of a document is taken before it is refused.
public struct XMLLimits: Hashable, Sendable {
    /// Levels of elements.
    public var depth: Int
    /// Bytes of one attribute's value, in UTF-8.
    public var attributeBytes: Int
    /// Bytes of one tag, comment, processing instruction or document type declaration, in UTF-8. Text has no limit
    /// here, as it is handed on in pieces.
    public var tokenBytes: Int

    /// What is taken unless a caller asks for something else: 256 levels, attributes of 1 MB, tags of 2 MB.
    public static let standard = XMLLimits(depth: 256, attributeBytes: 1 << 20, tokenBytes: 2 << 20)

    public init(depth: Int, attributeBytes: Int, tokenBytes: Int) {
        self.depth = depth
        self.attributeBytes = attributeBytes
        self.tokenBytes = tokenBytes
    }
}
