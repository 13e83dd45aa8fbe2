import Foundation
import GRDB
public import Persistence

/// SQLite behind GRDB: a WAL pool on a file, or a queue in memory.
///
/// GRDB's own async access ends a transaction when the calling task is cancelled; this adapter uses its callbacks instead, so
/// that a transaction always runs to its end.
public struct SQLiteDatabase: SQLDatabase {
    private let writer: any DatabaseWriter

    public var dialect: SQLDialect { .sqlite }

    /// Opens or creates the file at `path`. Every commit is synced before `write` returns (`synchronous=FULL`).
    ///
    /// - Parameter readers: how many reads may run beside each other, at least 1.
    public init(path: String, readers: Int = 4) throws {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.maximumReaderCount = max(1, readers)
            // A statement that may have to undo itself would open a file and remove it again, thousands of times an hour.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB opens its writer at NORMAL, which acknowledges commits that a power cut can take back.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
            }
            writer = pool
        } catch {
            throw StoreError(translating: error)
        }
    }

    /// Opens a copy that ``backUp(to:)`` made, to be read alone: nothing is made beside it.
    public init(copy path: String) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            writer = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError(translating: error)
        }
    }

    /// A database that lives as long as this value; for tests.
    public static func inMemory() throws -> SQLiteDatabase {
        do {
            return SQLiteDatabase(writer: try DatabaseQueue())
        } catch {
            throw StoreError(translating: error)
        }
    }

    private init(writer: any DatabaseWriter) {
        self.writer = writer
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            writer.asyncRead { access in
                continuation.resume(
                    with: Result {
                        try body(SQLiteConnection(database: try access.get()))
                    }.mapError(translated))
            }
        }
    }

    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            writer.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    with: Result {
                        var value: Value?
                        try database.inTransaction(.immediate) {
                            value = try body(SQLiteConnection(database: database))
                            return .commit
                        }
                        guard let value else { throw StoreError(.other, "the transaction gave no value") }
                        return value
                    }.mapError(translated))
            }
        }
    }

    /// Who changes the schema of a file holds its folder's lock already.
    public func alone<Value>(_ body: () async throws -> Value) async throws -> Value { try await body() }

    /// Nobody tells what another process commits to a file: it is looked at often.
    public func waitForChange(atMost pause: Duration) async {
        try? await Task.sleep(for: min(pause, .milliseconds(40)))
    }

    public func backUp(to path: String) async throws {
        do {
            try copy(to: try DatabaseQueue(path: path))
        } catch {
            throw translated(error)
        }
    }

    private func copy(to target: DatabaseQueue) throws {
        try writer.backup(to: target)
        // One plain file, without a log beside it.
        try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try target.close()
    }

    public func checkIntegrity() async throws -> [String] {
        try await read { connection in
            let said: [String] = try connection.column("PRAGMA integrity_check")
            let dangling = try connection.tuples("PRAGMA foreign_key_check", String?.self, SQLValue.self)
            return said.filter { $0 != "ok" }
                + dangling.map { "a row of \($0.0 ?? "a table") refers to one that is not there" }
        }
    }

    /// The value of a pragma of the writing connection, for tests and `doctor`.
    public func pragma(_ name: String) async throws -> String? {
        try await withCheckedThrowingContinuation { continuation in
            writer.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    with: Result { try String.fetchOne(database, sql: "PRAGMA \(name)") }.mapError(translated))
            }
        }
    }

    public func close() throws {
        try writer.close()
    }
}

private func translated(_ error: any Error) -> any Error {
    error is DatabaseError ? StoreError(translating: error) : error
}
