public import Learning
public import Persistence

/// The files of versions, by path.
public enum VersionFileStore {
    /// One file; nil when the version has none of this path.
    public static func find(
        _ path: String, of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> StoredFile? {
        try connection.first(
            "SELECT path, digest, size FROM version_file WHERE version_id = \(version) AND path = \(path)")
    }

    /// Those of the digests that no file of any version has.
    public static func unnamed(
        among digests: some Collection<BlobDigest>, _ connection: any SQLConnection
    ) throws -> Set<BlobDigest> {
        let named: [BlobDigest] = try connection.column(
            "SELECT DISTINCT digest FROM version_file WHERE digest IN \(list: Array(digests))")
        return Set(digests).subtracting(named)
    }
}
