public import Campus
public import Foundation
import Logging
import Persistence
import PersistencePostgres
import PersistenceSQLite
import ServiceLifecycle

/// An empty campus on a database of its own: in a new folder, or on the server that `scripts/with-postgres` has started.
public struct BenchPlace: Sendable {
    public let folder: URL
    public let campus: Campus
    /// Where the database is, for whoever looks into it beside the campus: a path or an address.
    public let address: String

    private let database: any SQLDatabase
    private let logger: Logger

    public init(_ engine: Engine) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cornerman-bench-\(UUID().uuidString)")
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        self.logger = logger
        let data = try DataFolder(folder)
        let blobs: any BlobStore
        switch engine {
        case .sqlite:
            address = data.databasePath
            database = try data.openDatabase()
            blobs = try data.openBlobs()
        case .postgres:
            guard let server = ProcessInfo.processInfo.environment["CORNERMAN_TEST_POSTGRES"] else {
                throw BenchFailure("start it with scripts/with-postgres --durable")
            }
            let name = "bench_" + UUID().uuidString.lowercased().filter { $0 != "-" }
            try RawPostgres(server + "postgres").run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
            address = server + name
            let postgres = PostgresDatabase(try PostgresAddress(address))
            try await PostgresBlobStore.prepare(postgres)
            database = postgres
            blobs = try PostgresBlobStore(try PostgresAddress(address), folder: data.blobs)
        }
        campus = Campus(database: database, blobs: blobs, incoming: data.incoming, logger: logger)
        try await campus.migrate()
    }

    /// Does something while events are recorded many at a time.
    public func recording<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: EventRecorder(campus))], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await Task.sleep(for: .milliseconds(200))
            let value = try await body()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return value
        }
    }

    /// Lets the database go and removes the folder; a server's database goes with the server.
    public func remove() {
        try? database.close()
        try? FileManager.default.removeItem(at: folder)
    }
}
