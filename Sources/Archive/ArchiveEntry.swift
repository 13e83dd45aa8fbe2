/// A file in an archive.
public struct ArchiveEntry: Hashable, Sendable {
    /// How the name was turned into characters.
    public enum NameCharset: String, Sendable {
        /// UTF-8, as the archive declares or, where it declares nothing, as the bytes have it: macOS leaves the
        /// declaration out.
        case utf8
        /// The zip's own charset for names that are not declared UTF-8 (APPNOTE.TXT appendix D): IBM code page 437.
        case codePage437
        /// ISO-8859-1, for a tar's bytes that are not UTF-8.
        case latin1
    }

    /// The name, normalized: parts with `/` between them, none of them empty, `.` or `..`, none at the beginning.
    public var path: String
    /// Bytes when unpacked; 0 where the archive does not say before it is read.
    public var size: Int
    /// Its place in the archive, counting everything in it from 0.
    public var ordinal: Int
    public var nameCharset: NameCharset

    public init(path: String, size: Int, ordinal: Int, nameCharset: NameCharset = .utf8) {
        self.path = path
        self.size = size
        self.ordinal = ordinal
        self.nameCharset = nameCharset
    }
}
