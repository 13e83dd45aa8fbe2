import Archive

/// Writes packages: zips whose bytes depend on the names and contents of their files alone.
public enum PackageWriter {
    /// What a file holds.
    public enum Content: Sendable {
        case text(String)
        /// Bytes that are lent piece by piece.
        case lent(size: Int, read: @Sendable (Range<Int>) throws -> [UInt8])
    }

    /// Writes all files to a new zip at `path`, replacing what is there. Blocks.
    ///
    /// - Throws: `ArchiveError` for a name that a reader would refuse, a file that cannot be read, a zip that cannot be written.
    public static func write(_ files: [String: Content], to path: String) throws {
        try ArchiveWriter.write(
            files.mapValues { content in
                switch content {
                case .text(let text): .bytes(Array(text.utf8))
                case .lent(let size, let read): .lent(size: size, read: read)
                }
            }, to: path)
    }
}
