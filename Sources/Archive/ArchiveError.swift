/// Why an archive was refused.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of refusal; stable, so that callers may tell them apart.
    public enum Code: String, Sendable, CaseIterable {
        /// It is neither a zip nor a tar nor a gzipped tar.
        case notArchive
        /// The file itself cannot be read.
        case unreadable
        /// It cannot be unpacked: cut off, damaged, or packed in a way that nobody here knows.
        case corrupt
        /// There is no file in it.
        case empty
        /// An entry is encrypted.
        case encrypted
        /// An entry's name is absolute or leads out of the archive.
        case pathEscape
        /// An entry's name is empty, too long, or holds control characters.
        case badName
        /// An entry is a link, a device or something else that is neither a file nor a folder.
        case notAFile
        /// It has more entries than the limit.
        case tooManyEntries
        /// It becomes larger than the limit.
        case tooLarge
        /// It becomes larger than an honest file of its packed size.
        case bomb
    }

    public var code: Code
    /// The entry that it is about, as it is named in the archive; nil when it is about the whole.
    public var entry: String?
    /// What is the matter, a sentence.
    public var message: String

    public init(_ code: Code, entry: String? = nil, message: String) {
        self.code = code
        self.entry = entry
        self.message = message
    }

    public var description: String { message }
}
