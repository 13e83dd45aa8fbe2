/// How much of a document is taken before it is refused.
public struct XMLLimits: Hashable, Sendable {
    /// Levels of elements.
    public var depth: Int
    /// Bytes of one attribute's value, in UTF-8.
    public var attributeBytes: Int
    /// Bytes of one tag, comment, processing instruction or document type declaration, in UTF-8. Text has no limit
    /// here, as it is handed on in pieces.
    public var tokenBytes: Int
    /// Attributes of one tag that is longer than 64 KB: finding two of one name among them takes time by their square.
    public var attributes: Int
    /// Elements and attributes of the document together: what a reader makes of them takes memory.
    public var parts: Int
    /// Bytes of the document.
    public var bytes: Int

    /// What is taken unless a caller asks for something else: 256 levels, attributes of 1 MB, tags of 2 MB with 4,096
    /// attributes, 250,000 elements and attributes, 64 MiB in all.
    public static let standard = XMLLimits(
        depth: 256, attributeBytes: 1 << 20, tokenBytes: 2 << 20, attributes: 4_096, parts: 250_000, bytes: 64 << 20)

    public init(depth: Int, attributeBytes: Int, tokenBytes: Int, attributes: Int, parts: Int, bytes: Int) {
        self.depth = depth
        self.attributeBytes = attributeBytes
        self.tokenBytes = tokenBytes
        self.attributes = attributes
        self.parts = parts
        self.bytes = bytes
    }
}
