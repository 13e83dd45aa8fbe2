public import Persistence

/// A file of a version and the blob that holds its bytes.
public struct StoredFile: Hashable, Sendable {
    /// Normalized path from the package's root.
    public var path: String
    public var digest: BlobDigest
    /// Bytes.
    public var size: Int
    /// Kept so that the package can be given back whole; no learner gets it.
    public var isWithheld: Bool

    public init(path: String, digest: BlobDigest, size: Int, isWithheld: Bool = false) {
        self.path = path
        self.digest = digest
        self.size = size
        self.isWithheld = isWithheld
    }
}

extension StoredFile: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(path: try row.next(), digest: try row.next(), size: try row.next(), isWithheld: try row.next())
    }
}
