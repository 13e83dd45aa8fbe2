/// One step of the schema. Numbered, append-only, never edited after it was released.
public struct Migration: Sendable {
    /// 1, 2, 3 … without gaps.
    public let number: Int
    public let name: String
    public let script: SQLQuery

    public init(_ number: Int, _ name: String, _ script: SQLQuery) {
        self.number = number
        self.name = name
        self.script = script
    }
}

/// Brings a database to the schema that this program knows.
public struct Migrator: Sendable {
    private let migrations: [Migration]

    /// - Parameter migrations: in the order of their numbers, starting at 1.
    public init(_ migrations: [Migration]) {
        for (index, migration) in migrations.enumerated() {
            precondition(migration.number == index + 1, "migrations are numbered without gaps")
        }
        self.migrations = migrations
    }

    /// The number of the newest migration that was applied; 0 for an empty database. Writes nothing.
    public func version(of database: any SQLDatabase) async throws -> Int {
        try await database.read { connection in
            let isThere: SQLQuery = "SELECT COUNT(*) FROM \(.tables) WHERE name = 'schema_migration'"
            guard try connection.value(isThere, of: Int.self) == 1 else { return 0 }
            return try connection.value("SELECT COALESCE(MAX(number), 0) FROM schema_migration", of: Int.self) ?? 0
        }
    }

    /// Whether a database lacks something that this program needs. Writes nothing.
    /// - Throws: ``StoreError`` of kind `newerSchema` when the database is ahead of this program.
    public func isBehind(_ database: any SQLDatabase) async throws -> Bool {
        try await checkedVersion(of: database) < migrations.count
    }

    private func checkedVersion(of database: any SQLDatabase) async throws -> Int {
        let current = try await version(of: database)
        guard current <= migrations.count else {
            throw StoreError(
                .newerSchema,
                "the database has schema \(current), this program knows \(migrations.count): use a newer cornerman")
        }
        return current
    }

    /// Applies what is missing, each migration in a transaction of its own.
    ///
    /// - Parameter beforeChange: called once, before the first change to a database that already has a schema; makes the backup.
    /// - Returns: the numbers that were applied.
    /// - Throws: ``StoreError`` of kind `newerSchema` when the database is ahead of this program.
    @discardableResult
    public func migrate(
        _ database: any SQLDatabase, now: Int64, beforeChange: (_ from: Int) async throws -> Void = { _ in }
    ) async throws -> [Int] {
        guard try await isBehind(database) else { return [] }
        return try await database.alone { try await bring(database, now: now, beforeChange: beforeChange) }
    }

    /// Whoever waited for its turn finds the work done.
    private func bring(
        _ database: any SQLDatabase, now: Int64, beforeChange: (_ from: Int) async throws -> Void
    ) async throws -> [Int] {
        let current = try await checkedVersion(of: database)
        let missing = migrations[current...]
        if current > 0, !missing.isEmpty { try await beforeChange(current) }
        for migration in missing {
            try await database.write { connection in
                try connection.script("\(.unhurried)\(Self.table)")
                let applied = "SELECT number FROM schema_migration WHERE number = \(migration.number)" as SQLQuery
                guard try connection.value(applied, of: Int.self) == nil else { return }
                try connection.script(migration.script)
                try connection.execute(
                    """
                    INSERT INTO schema_migration (number, name, applied_at)
                    VALUES (\(migration.number), \(migration.name), \(now))
                    """)
            }
        }
        return missing.map(\.number)
    }

    private static let table: SQLQuery = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number \(.integer) PRIMARY KEY,
            name \(.text) NOT NULL,
            applied_at \(.integer) NOT NULL
        )\(.strict)
        """
}
