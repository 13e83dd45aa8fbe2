/// How much of an archive is taken before it is refused.
public struct ArchiveLimits: Hashable, Sendable {
    /// Entries, folders among them.
    public var entries: Int
    /// Bytes of one entry, unpacked.
    public var entryBytes: Int
    /// Bytes of all entries together, unpacked.
    public var totalBytes: Int
    /// How many times as large as its packed bytes an entry may become once it is larger than `ratioFloor`; deflate
    /// cannot do more than 1032.
    public var ratio: Int
    /// Bytes below which the ratio does not matter: a small file of zeros packs well and harms nobody.
    public var ratioFloor: Int
    /// Bytes of one entry's name, in UTF-8.
    public var nameBytes: Int

    /// What is taken unless a caller asks for something else: 10,000 entries, 1 GiB each, 2 GiB together, 500 times
    /// their packed size above 10 MiB, names of 1,024 bytes.
    public static let standard = ArchiveLimits(
        entries: 10_000, entryBytes: 1 << 30, totalBytes: 2 << 30, ratio: 500, ratioFloor: 10 << 20, nameBytes: 1_024)

    public init(entries: Int, entryBytes: Int, totalBytes: Int, ratio: Int, ratioFloor: Int, nameBytes: Int) {
        self.entries = entries
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.ratioFloor = ratioFloor
        self.nameBytes = nameBytes
    }
}
