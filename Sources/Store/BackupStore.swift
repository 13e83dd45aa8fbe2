public import Persistence

/// What only backing up and restoring ask of the whole of the data.
public enum BackupStore {
    /// The digests that versions name, in order.
    public static func digests(_ connection: any SQLConnection) throws -> [BlobDigest] {
        try connection.column("SELECT DISTINCT digest FROM version_file ORDER BY digest")
    }

    /// What restored people and facts are counted by.
    public static func counts(_ connection: any SQLConnection) throws -> (people: Int, courses: Int, events: Int) {
        (
            try connection.value("SELECT COUNT(*) FROM person") ?? 0,
            try connection.value("SELECT COUNT(*) FROM course") ?? 0,
            try connection.value("SELECT COUNT(*) FROM event") ?? 0
        )
    }
}
