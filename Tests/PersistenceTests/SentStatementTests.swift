import Foundation
import Persistence
import TestKit
import Testing

/// Statements that nobody waits for do what they would do otherwise, in their order.
@Suite struct SentStatementTests {
    private func open(_ backend: Backend, _ folder: TemporaryFolder) async throws -> any SQLDatabase {
        let database = try await backend.open(in: folder.url)
        try await database.write { connection in
            try connection.script(
                """
                CREATE TABLE thing (
                    id \(.text) PRIMARY KEY, size \(.integer) CHECK (size >= 0), parent \(.text) REFERENCES thing (id)
                )\(.strict)
                """)
        }
        return database
    }

    private static func ids(_ connection: any SQLConnection) throws -> [String] {
        try connection.column("SELECT id FROM thing ORDER BY id")
    }

    @Test(arguments: Backend.allCases)
    func `what is asked sees what was sent before it, and nothing of what was sent after it`(
        _ backend: Backend
    ) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let counts = try await database.write { connection in
            let replies = try ["a", "b", "c"].map { id in
                let reply = SQLReply(-1, connection)
                try connection.ask("SELECT COUNT(*) FROM thing") { row in reply.rows = try row.next() }
                try connection.send("INSERT INTO thing (id) VALUES (\(id))")
                return reply
            }
            return try replies.map { try $0.get() } + [try Self.ids(connection).count]
        }
        #expect(counts == [0, 1, 2, 3])
        #expect(try await database.read(Self.ids) == ["a", "b", "c"])
    }

    @Test(
        arguments: Backend.allCases,
        [
            ("INSERT INTO thing (id) VALUES ('a'), ('a')", StoreError.Kind.duplicate),
            ("INSERT INTO thing (id, size) VALUES ('a', -1)", .check),
            ("INSERT INTO thing (id, parent) VALUES ('a', 'nobody')", .reference),
            ("INSERT INTO nothing VALUES (1)", .other),
        ])
    func `what is refused of it leaves nothing behind, and says its kind`(
        _ backend: Backend, _ sample: (sql: String, kind: StoreError.Kind)
    ) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        for asksLater in [false, true] {
            let error = await #expect(throws: StoreError.self) {
                try await database.write { connection in
                    try connection.send("INSERT INTO thing (id) VALUES ('before')")
                    try connection.send(SQLQuery(stringLiteral: sample.sql))
                    try connection.send("INSERT INTO thing (id, size) VALUES ('after', -2)")
                    if asksLater { _ = try Self.ids(connection) }
                }
            }
            #expect(error?.kind == sample.kind)
            #expect(try await database.read(Self.ids) == [])
        }
    }

    @Test(arguments: Backend.allCases)
    func `a savepoint takes back what was sent in it`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        try await database.write { connection in
            try connection.send("INSERT INTO thing (id) VALUES ('kept')")
            let error = #expect(throws: StoreError.self) {
                try connection.savepoint {
                    try connection.send("INSERT INTO thing (id) VALUES ('gone')")
                    try connection.send("INSERT INTO thing (id) VALUES ('kept')")
                }
            }
            #expect(error?.kind == .duplicate)
            try connection.send("INSERT INTO thing (id) VALUES ('last')")
        }
        #expect(try await database.read(Self.ids) == ["kept", "last"])
    }

    @Test(arguments: Backend.allCases)
    func `who throws while rows come undoes all, and what was sent behind them too`(_ backend: Backend) async throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        await #expect(throws: Stop.self) {
            try await database.write { connection in
                try connection.send("INSERT INTO thing (id) VALUES ('a')")
                try connection.ask("SELECT id FROM thing") { _ in throw Stop() }
                try connection.send("INSERT INTO thing (id) VALUES ('b')")
                try connection.hear()
            }
        }
        #expect(try await database.read(Self.ids) == [])
    }

    @Test(arguments: Backend.allCases)
    func `more than both sides can hold back goes through`(_ backend: Backend) async throws {
        let folder = try TemporaryFolder()
        let database = try await open(backend, folder)
        let text = String(repeating: "x", count: 300_000)
        let lengths = try await database.write { connection in
            let lengths = SQLReply([Int](), connection)
            for number in 0..<60 {
                try connection.ask("SELECT CAST(\(text) AS TEXT)") { row in
                    lengths.rows.append(try row.next(String.self).utf8.count)
                }
                try connection.send("INSERT INTO thing (id) VALUES (\("\(number)"))")
            }
            return try lengths.get()
        }
        #expect(lengths == Array(repeating: 300_000, count: 60))
        #expect(try await database.read(Self.ids).count == 60)
    }
}
