public import Persistence

/// How large the data is.
public enum DatabaseSizeStore {
    private static let size = SQLFragment.perDialect(
        "databaseSize",
        sqlite: "(SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()) AS size",
        postgres: "(SELECT pg_database_size(current_database()) AS bytes) AS size")

    /// The bytes of the whole database.
    public static func bytes(_ connection: any SQLConnection) throws -> Int {
        try connection.value("SELECT bytes FROM \(size)") ?? 0
    }
}
