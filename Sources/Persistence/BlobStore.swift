/// The SHA-256 of a blob's bytes, as 64 lower-case hexadecimal digits; also its name.
public struct BlobDigest: Hashable, Sendable, Comparable {
    public let text: String

    /// Nil unless `text` is 64 lower-case hexadecimal digits.
    public init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        self.text = text
    }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension BlobDigest: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }
    public init(sqlValue: SQLValue) throws(StoreError) {
        guard case .text(let text) = sqlValue, let digest = BlobDigest(text) else { throw Self.mismatch(sqlValue) }
        self = digest
    }
}

/// Keeps files by the digest of their bytes. The same bytes twice are one blob. All calls block: never on the cooperative pool.
public protocol BlobStore: Sendable {
    /// Whether other nodes reach the same blobs.
    var isShared: Bool { get }

    /// Starts a blob; nothing is visible before `finish`.
    func makeWriter() throws -> any BlobWriter
    /// Whether the blob is there.
    func contains(_ digest: BlobDigest) throws -> Bool
    /// Its length in bytes; nil when it is not there.
    func size(of digest: BlobDigest) throws -> Int?
    /// Reads a part, clamped to the blob's end.
    /// - Throws: ``StoreError`` of kind `corrupt` when it is not there.
    func read(_ digest: BlobDigest, in range: Range<Int>) throws -> [UInt8]
    /// Removes a blob that nothing names any more.
    func remove(_ digest: BlobDigest) throws
    /// Every blob that is there, in no order.
    func all() throws -> [BlobDigest]
    /// Removes what was being written when a program ended. Only while nobody else writes: see ``holdAlone()``.
    func sweep() throws

    /// Keeps every sweep away for as long as the value lives: whoever writes blobs that nothing names yet holds one, across
    /// processes. Waits for a sweep that is under way.
    func hold() throws -> any BlobHold
    /// Keeps everybody away who would write.
    /// - Returns: nil while somebody holds the store.
    func holdAlone() throws -> (any BlobHold)?
}

/// Held until it is let go, its process ends, or a server that keeps it is lost.
public protocol BlobHold: AnyObject, Sendable {
    /// - Throws: ``StoreError`` of kind `unavailable` when it is not held any more: somebody else may have swept meanwhile.
    func check() throws
}

/// Takes the bytes of one blob, in order. Not for use by two at once.
public protocol BlobWriter: AnyObject {
    func write(_ bytes: UnsafeRawBufferPointer) throws
    /// Makes the blob durable (sync, then rename) and visible.
    func finish() throws -> BlobDigest
    /// Throws away what was written; also what happens to a writer that is let go.
    func cancel()
}
