#if PostgreSQL
    import Campus
    import Foundation
    import Logging
    public import Persistence
    import PersistenceFiles
    import PersistencePostgres

    /// A database on the tests' own server, dropped with this value. `scripts/with-postgres` starts that server, and names it
    /// in `CORNERMAN_TEST_POSTGRES`.
    public final class TemporaryPostgres: SQLDatabase {
        public let address: PostgresAddress
        private let database: PostgresDatabase
        public let name: String

        /// - Parameter template: the database of which it is a copy; nobody may be connected to that.
        public init(from template: String) async throws {
            name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
            try Self.psql("CREATE DATABASE \(name) TEMPLATE \(template) ENCODING 'UTF8' STRATEGY FILE_COPY")
            address = try Self.address(of: name)
            database = PostgresDatabase(address, connections: 4)
        }

        deinit {
            try? database.close()
            try? Self.psql("DROP DATABASE \(name) WITH (FORCE)", waits: false)
        }

        /// A copy of a database with the newest schema, which is made once a run.
        public static func migrated() async throws -> TemporaryPostgres {
            try await TemporaryPostgres(from: try await template.value)
        }

        private static let template = Task<String, any Error> {
            let name = "template_" + UUID().uuidString.lowercased().filter { $0 != "-" }
            try psql("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
            let folder = try TemporaryFolder()
            let database = PostgresDatabase(try address(of: name), connections: 1)
            try await PostgresBlobStore.prepare(database)
            let campus = Campus(
                database: database, blobs: try FileBlobStore(folder: folder.url), incoming: folder.url,
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            try await campus.migrate()
            try psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
            return name
        }

        /// The server, as its superuser; it ends with a slash, behind which a database's name belongs.
        private static func server() throws -> String {
            guard let server = ProcessInfo.processInfo.environment["CORNERMAN_TEST_POSTGRES"] else {
                throw StoreError(
                    .unavailable, "start these tests with scripts/with-postgres, which starts a server for them")
            }
            return server
        }

        static func address(of name: String) throws -> PostgresAddress { try PostgresAddress(server() + name) }

        /// Says something to the server outside of a transaction.
        /// - Parameter database: where; the one that is always there unless said otherwise.
        public static func psql(_ statement: String, in database: String = "postgres", waits: Bool = true) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement, try server() + database]
            process.standardOutput = FileHandle.nullDevice
            if !waits { process.standardError = FileHandle.nullDevice }
            try process.run()
            guard waits else { return }
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw StoreError(.other, "psql refused: \(statement)")
            }
        }

        public var dialect: SQLDialect { database.dialect }

        public func read<Value: Sendable>(
            _ body: @escaping @Sendable (any SQLConnection) throws -> Value
        ) async throws -> Value { try await database.read(body) }

        public func write<Value: Sendable>(
            _ body: @escaping @Sendable (any SQLConnection) throws -> Value
        ) async throws -> Value { try await database.write(body) }

        public func alone<Value>(_ body: () async throws -> Value) async throws -> Value {
            try await database.alone(body)
        }
        public func waitForChange(atMost pause: Duration) async { await database.waitForChange(atMost: pause) }
        public func backUp(to path: String) async throws { try await database.backUp(to: path) }
        public func checkIntegrity() async throws -> [String] { try await database.checkIntegrity() }
        public func close() throws { try database.close() }
    }
#endif
