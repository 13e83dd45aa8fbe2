public import Learning
public import Persistence

/// The files of versions, by path.
public enum VersionFileStore {
    /// One file that learners may get; nil when the version has none of this path.
    public static func find(
        _ path: String, of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> StoredFile? {
        try connection.first(
            """
            SELECT path, digest, size, is_withheld FROM version_file
            WHERE version_id = \(version) AND path = \(path) AND is_withheld = 0
            """)
    }

    /// All files of a version's package, those included that learners do not get.
    public static func all(
        of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> [StoredFile] {
        try connection.rows(
            """
            SELECT path, digest, size, is_withheld FROM version_file WHERE version_id = \(version) ORDER BY path
            """)
    }

    /// Adds files that learners do not get to a version that came before they were kept. What is there stays.
    public static func addWithheld(
        _ files: [StoredFile], to version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws {
        try Slices.forEach(files.filter(\.isWithheld)) { slice in
            let rows = slice.map { file -> [SQLValue] in
                [version.sqlValue, .text(file.path), file.digest.sqlValue, file.size.sqlValue, .integer(1)]
            }
            try connection.execute(
                """
                INSERT INTO version_file (version_id, path, digest, size, is_withheld) VALUES \(rows: rows)
                ON CONFLICT (version_id, path) DO NOTHING
                """)
        }
    }

    /// The digest of each file of a version, by its path.
    static func contents(
        of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> [String: String] {
        Dictionary(
            try connection.tuples(
                "SELECT path, digest FROM version_file WHERE version_id = \(version) AND is_withheld = 0", String.self,
                String.self)
        ) { first, _ in first }
    }

    /// One file whose name differs at most in upper and lower case: programs for Windows take one for the other, and packages
    /// that they made refer to their files as it comes. Looks through all of the version's files.
    public static func findInAnyCase(
        _ path: String, of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> StoredFile? {
        let lowered = path.lowercased()
        let paths: [String] = try connection.column(
            "SELECT path FROM version_file WHERE version_id = \(version) AND is_withheld = 0 ORDER BY path")
        guard let other = paths.first(where: { $0.lowercased() == lowered }) else { return nil }
        return try find(other, of: version, connection)
    }

    /// Those of the digests that no file of any version has.
    public static func unnamed(
        among digests: some Collection<BlobDigest>, _ connection: any SQLConnection
    ) throws -> Set<BlobDigest> {
        let named: [BlobDigest] = try connection.column(
            """
            SELECT digest FROM version_file WHERE digest IN \(list: Array(digests))
            UNION SELECT digest FROM import_job WHERE state IN ('waiting', 'running') AND digest IN \(list: Array(digests))
            """)
        return Set(digests).subtracting(named)
    }
}
