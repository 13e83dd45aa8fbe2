import Foundation
import Persistence
import PersistenceSQLite
import TestKit
import Testing

@Suite struct DatabaseTests {
    private func open(_ backend: Backend, _ folder: TemporaryFolder) async throws -> any SQLDatabase {
        let database = try await backend.open(in: folder.url)
        try await database.write { connection in
            try connection.script(
                """
                CREATE TABLE thing (
                    id \(.text) PRIMARY KEY,
                    size \(.integer) CHECK (size >= 0),
                    weight \(.real),
                    bytes \(.blob),
                    parent \(.text) REFERENCES thing (id)
                )\(.strict)
                """)
        }
        return database
    }

    @Test(arguments: Backend.allCases)
    func `what is bound comes back as it was`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let name = "O'Neil; DROP TABLE thing -- \u{1F94A}"
        let row = try await database.write { connection in
            try connection.execute(
                "INSERT INTO thing (id, size, weight, bytes) VALUES (\(name), \(7), \(0.5), \([0, 255] as [UInt8]))")
            return try connection.tuples(
                "SELECT id, size, weight, bytes, parent FROM thing WHERE id = \(name)", String.self, Int.self,
                Double.self, [UInt8].self, String?.self)
        }
        #expect(row.count == 1)
        #expect(row[0] == (name, 7, 0.5, [0, 255], nil))
    }

    @Test(arguments: Backend.allCases)
    func `what throws leaves nothing behind`(_ backend: Backend) async throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        await #expect(throws: Stop.self) {
            try await database.write { connection in
                try connection.execute("INSERT INTO thing (id) VALUES (\("a"))")
                throw Stop()
            }
        }
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM thing", of: Int.self) } == 0)
    }

    @Test(arguments: Backend.allCases)
    func `a savepoint takes back its own writes alone`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let ids: [String] = try await database.write { connection in
            try connection.execute("INSERT INTO thing (id) VALUES (\("kept"))")
            do {
                try connection.savepoint {
                    try connection.execute("INSERT INTO thing (id) VALUES (\("gone"))")
                    try connection.execute("INSERT INTO thing (id) VALUES (\("kept"))")
                }
                Issue.record("the second row of the same key was taken")
            } catch let error as StoreError {
                #expect(error.kind == .duplicate)
            }
            return try connection.column("SELECT id FROM thing ORDER BY id")
        }
        #expect(ids == ["kept"])
    }

    @Test(
        arguments: Backend.allCases,
        [
            ("INSERT INTO thing (id) VALUES ('a'), ('a')", StoreError.Kind.duplicate),
            ("INSERT INTO thing (id, size) VALUES ('a', -1)", .check),
            ("INSERT INTO thing (id, parent) VALUES ('a', 'nobody')", .reference),
            ("INSERT INTO thing (id, size) VALUES ('a', 'many')", .check),
            ("SELEC", .other),
        ])
    func `a refusal says its kind`(_ backend: Backend, _ sample: (sql: String, kind: StoreError.Kind)) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let error = await #expect(throws: StoreError.self) {
            try await database.write { connection in
                try connection.script(SQLQuery(stringLiteral: sample.sql))
            }
        }
        #expect(error?.kind == sample.kind)
    }

    @Test(arguments: Backend.allCases)
    func `a reader may not write`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        await #expect(throws: StoreError.self) {
            try await database.read { try $0.execute("INSERT INTO thing (id) VALUES ('a')") }
        }
    }

    @Test(arguments: Backend.allCases)
    func `a transaction ends even when its task is cancelled`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let task = Task<Int, any Error> {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await database.write { try $0.execute("INSERT INTO thing (id) VALUES ('a')") }
        }
        #expect(try await task.value == 1)
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM thing", of: Int.self) } == 1)
    }

    @Test(arguments: Backend.allCases)
    func `lists and rows are bound, and an empty list matches nothing`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let found: [[String]] = try await database.write { connection in
            let rows: [[SQLValue]] = [[.text("a"), .integer(1)], [.text("b"), .integer(2)], [.text("c"), .null]]
            try connection.execute("INSERT INTO thing (id, size) VALUES \(rows: rows)")
            return [
                try connection.column("SELECT id FROM thing WHERE id IN \(list: ["a", "c", "x"]) ORDER BY id"),
                try connection.column("SELECT id FROM thing WHERE id IN \(list: [String]())"),
            ]
        }
        #expect(found == [["a", "c"], []])
    }

    @Test(arguments: Backend.allCases, [1, 2, 63, 700])
    func `a table of values keeps its rows, their order and what is NULL`(_ backend: Backend, _ count: Int) async throws
    {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let rows = (0..<count).map { number -> [SQLValue] in
            let id = number == 0 ? "" : String(format: "thing %03d \u{1F94A}", number)
            let size: SQLValue = number % 3 == 0 ? .null : .integer(Int64(number) << 40)
            let weight: SQLValue = number % 5 == 0 ? .null : .real(Double(number) * -0.1)
            let bytes: SQLValue = number % 7 == 0 ? .blob([]) : .blob([0, 255])
            return [.text(id), size, weight, bytes, .null]
        }
        let types: [SQLColumnType] = [.text, .integer, .real, .blob, .text]
        let inserted = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO thing (id, size, weight, bytes, parent) \(table: rows, types)
                ON CONFLICT (id) DO UPDATE SET size = excluded.size
                """)
        }
        #expect(inserted == count)
        let found = try await database.read { connection in
            var found: [[SQLValue]] = []
            try connection.forEach(
                """
                WITH given (id, size, weight, bytes, parent) AS (\(table: rows, types))
                SELECT thing.id, given.size, thing.weight, given.bytes, thing.parent FROM given
                JOIN thing ON thing.id = given.id AND thing.size IS NOT DISTINCT FROM given.size
                ORDER BY thing.id
                """
            ) { row in found.append(try (0..<5).map { _ in try row.next() }) }
            return found
        }
        #expect(found == rows)
    }

    @Test func `on PostgreSQL a table of values is the same statement for any number of rows`() {
        let texts = [1, 700].map { count in
            let query: SQLQuery = "\(table: Array(repeating: [.integer(1), .null], count: count), [.integer, .text])"
            return query.rendered(for: .postgres)
        }
        #expect(texts[0].sql == "SELECT * FROM unnest($1, $2)")
        #expect(texts[1].sql == texts[0].sql)
        #expect(
            texts[1].bindings == [
                .column(Array(repeating: .integer(1), count: 700), of: .integer),
                .column(Array(repeating: .null, count: 700), of: .text),
            ])
    }

    @Test func `a file's commits are synced before they are acknowledged`() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(path: folder.url.appendingPathComponent("x.sqlite").path)
        #expect(try await database.pragma("synchronous") == "2")
        #expect(try await database.pragma("journal_mode") == "wal")
        #expect(try await database.pragma("foreign_keys") == "1")
    }

    @Test func `a backup is a whole database of its own`() async throws {
        let folder = try TemporaryFolder()
        let database = try await open(.sqliteFile, folder)
        try await database.write { try $0.execute("INSERT INTO thing (id) VALUES ('a')") }
        let copy = folder.url.appendingPathComponent("copy.sqlite").path
        try await database.backUp(to: copy)
        let opened = try SQLiteDatabase(path: copy)
        #expect(try await opened.checkIntegrity() == [])
        #expect(try await opened.read { try $0.column("SELECT id FROM thing", of: String.self) } == ["a"])
    }

    @Test func `what is no database says so`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appendingPathComponent("x.sqlite")
        try Data(repeating: 7, count: 8192).write(to: path)
        let error = #expect(throws: StoreError.self) { try SQLiteDatabase(path: path.path) }
        #expect(error?.kind == .corrupt)
    }
}
