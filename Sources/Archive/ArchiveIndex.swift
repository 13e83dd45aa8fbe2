/// What is in an archive, and the way to its bytes: every pass opens the file anew, so that nothing is held between.
public struct ArchiveIndex: Sendable {
    public let path: String
    public let kind: ArchiveKind
    public let limits: ArchiveLimits
    /// The files, by name. Of several with one name the last counts, as it does for everybody who unpacks them.
    public let entries: [ArchiveEntry]
    /// The names that more than one file has.
    public let duplicates: [String]

    /// Reads the list of the archive at `path` and holds every entry against the rules.
    public init(path: String, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        let kind = try Self.kind(of: path)
        self.path = path
        self.kind = kind
        self.limits = limits
        var byName: [String: ArchiveEntry] = [:]
        var duplicates: Set<String> = []
        var reader = try ArchiveReader(path: path, kind: kind, limits: limits)
        while let entry = try reader.next() {
            if byName.updateValue(entry, forKey: entry.path) != nil { duplicates.insert(entry.path) }
        }
        guard !byName.isEmpty else { throw Self.empty }
        entries = byName.values.sorted { $0.path < $1.path }
        self.duplicates = duplicates.sorted()
    }

    /// Lends each file's bytes to `body`, in the order in which they lie in the archive. What `body` does not read is
    /// passed over.
    public func forEachEntry(
        _ body: (ArchiveEntry, _ read: ((Span<UInt8>) throws -> Bool) throws -> Void) throws -> Void
    ) throws {
        let counting = Set(entries.map(\.ordinal))
        var reader = try ArchiveReader(path: path, kind: kind, limits: limits)
        while let entry = try reader.next() {
            guard counting.contains(entry.ordinal) else { continue }
            try body(entry) { piece in try reader.read(piece) }
        }
    }

    /// Lends the bytes of one file to `body`, until it returns false.
    ///
    /// - Returns: False when there is no such file.
    @discardableResult
    public func read(_ entry: ArchiveEntry, _ body: (Span<UInt8>) throws -> Bool) throws -> Bool {
        var reader = try ArchiveReader(path: path, kind: kind, limits: limits)
        while let found = try reader.next() {
            if found.ordinal == entry.ordinal {
                try reader.read(body)
                return true
            }
        }
        return false
    }

    private static let empty = ArchiveError(.empty, message: "There is no file in the archive.")

    /// Tells the kind by the file's first bytes.
    private static func kind(of path: String) throws(ArchiveError) -> ArchiveKind {
        let head = try FileHead.read(path, count: ArchiveKind.headBytes)
        guard let kind = ArchiveKind(head: head.span) else {
            throw ArchiveError(.notArchive, message: "It is neither a zip nor a tar nor a gzipped tar.")
        }
        // A zip that begins with the end of its directory has none; libarchive would call it unknown.
        if kind == .zip, head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { throw empty }
        return kind
    }
}
