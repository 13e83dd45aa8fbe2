import Persistence
import PersistenceSQLite
import Synchronization
import TestKit
import Testing

@Suite struct MigratorTests {
    private static let first = Migration(1, "first", "CREATE TABLE one (id \(.text) PRIMARY KEY)\(.strict)")
    private static let second = Migration(
        2, "second", "CREATE TABLE two (id \(.text) PRIMARY KEY)\(.strict); INSERT INTO two (id) VALUES ('x')")

    @Test(arguments: Backend.allCases)
    func `each migration is applied once, in order`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await backend.open(in: folder.url)
        #expect(try await Migrator([Self.first]).migrate(database, now: 1) == [1])
        #expect(try await Migrator([Self.first, Self.second]).migrate(database, now: 2) == [2])
        #expect(try await Migrator([Self.first, Self.second]).migrate(database, now: 3) == [])
        #expect(try await database.read { try $0.column("SELECT id FROM two", of: String.self) } == ["x"])
    }

    @Test(arguments: Backend.allCases)
    func `a backup is made before an older schema is changed, and only then`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await backend.open(in: folder.url)
        let made = Mutex<[Int]>([])
        try await Migrator([Self.first]).migrate(database, now: 1) { from in made.withLock { $0.append(from) } }
        #expect(made.withLock { $0 } == [])
        try await Migrator([Self.first, Self.second]).migrate(database, now: 1) { from in
            made.withLock { $0.append(from) }
        }
        #expect(made.withLock { $0 } == [1])
    }

    @Test(arguments: Backend.allCases)
    func `a newer schema is refused`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await backend.open(in: folder.url)
        try await Migrator([Self.first, Self.second]).migrate(database, now: 1)
        let error = await #expect(throws: StoreError.self) {
            try await Migrator([Self.first]).migrate(database, now: 2)
        }
        #expect(error?.kind == .newerSchema)
    }

    @Test(arguments: Backend.allCases)
    func `whether something is missing is asked without writing`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await backend.open(in: folder.url)
        #expect(try await Migrator([Self.first]).isBehind(database))
        let tables = try await database.read { try $0.column("SELECT name FROM \(.tables)", of: String.self) }
        #expect(tables == [])
        try await Migrator([Self.first]).migrate(database, now: 1)
        #expect(try await !Migrator([Self.first]).isBehind(database))
        #expect(try await Migrator([Self.first, Self.second]).isBehind(database))
        await #expect(throws: StoreError.self) { _ = try await Migrator([]).isBehind(database) }
    }

    @Test(arguments: Backend.allCases)
    func `a migration that fails leaves the schema as it was`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await backend.open(in: folder.url)
        let broken = Migration(2, "broken", "CREATE TABLE two (id \(.text) PRIMARY KEY)\(.strict); SELEC")
        await #expect(throws: StoreError.self) {
            try await Migrator([Self.first, broken]).migrate(database, now: 1)
        }
        #expect(try await Migrator([Self.first, Self.second]).version(of: database) == 1)
        #expect(try await Migrator([Self.first, Self.second]).migrate(database, now: 2) == [2])
    }
}
