/// What a backup holds: `manifest.json` in its folder. Only who knows the digests of all files can tell that none is missing
/// or changed.
public struct BackupManifest: Hashable, Sendable, Codable {
    /// A file of the backup, by its path in the folder.
    public struct File: Hashable, Sendable, Codable {
        public var path: String
        /// In bytes.
        public var size: Int
        /// 64 lower-case hexadecimal digits.
        public var sha256: String
    }

    /// What `format` says.
    public static let name = "cornerman-backup"
    /// The version of the format that this program writes, and the newest that it reads.
    public static let newest = 1
    static let fileName = "manifest.json"
    static let database = "cornerman.sqlite"

    public var format = Self.name
    public var formatVersion = Self.newest
    /// The version of the program that made it.
    public var program: String
    /// The number of the newest migration in its database.
    public var schema: Int
    /// RFC 3339 in UTC with milliseconds.
    public var madeAt: String
    /// The database, then the blobs in the order of their digests.
    public var files: [File]
    /// Digests of blobs that the data named, and that were gone or damaged when the backup was made.
    public var lacking: [String]

    private enum CodingKeys: String, CodingKey {
        case format, program, schema, files, lacking
        case formatVersion = "format_version"
        case madeAt = "made_at"
    }

    /// The bytes of all files.
    public var size: Int { files.reduce(0) { $0 + $1.size } }

    /// Where a blob lies in a backup, and in a folder of data: `blobs/3f/3fa9…`.
    static func path(of digest: String) -> String { "blobs/\(digest.prefix(2))/\(digest)" }

    /// Whether every path is one that a backup has, once, and the database is among them.
    var isSound: Bool {
        let blobs = files.filter { $0.path != Self.database }
        return files.count - blobs.count == 1 && Set(files.map(\.path)).count == files.count
            && files.allSatisfy { $0.size >= 0 }
            && blobs.allSatisfy { isDigest($0.sha256) && $0.path == Self.path(of: $0.sha256) }
    }

    private func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
