#if PostgreSQL
    import Foundation
    import Persistence
    import PersistencePostgres
    import TestKit
    import Testing

    @Suite struct PostgresDatabaseTests {
        @Test(arguments: [
            ("CAST(12345678901234 AS NUMERIC)", SQLValue.integer(12_345_678_901_234)), ("SUM(n)", .integer(6)),
            ("AVG(n)", .real(2)), ("CAST(-40000 AS NUMERIC)", .integer(-40_000)), ("CAST(0 AS NUMERIC)", .integer(0)),
            ("CAST(-0.25 AS NUMERIC)", .real(-0.25)), ("CAST(1.5 AS REAL)", .real(1.5)),
            ("CAST(-3 AS SMALLINT)", .integer(-3)),
            ("CAST(7 AS INTEGER)", .integer(7)), ("1 = 1", .integer(1)), ("'' = 'a'", .integer(0)),
            ("CAST(NULL AS BYTEA)", .null), ("''", .text("")),
        ])
        func `every type that a statement can give is read`(expression: String, expected: SQLValue) async throws {
            let database = try await TemporaryPostgres(from: "template0")
            let query = SQLQuery(stringLiteral: "SELECT \(expression) FROM (VALUES (1), (2), (3)) AS numbers (n)")
            let found: SQLValue? = try await database.read { try $0.value(query) }
            switch (found, expected) {
            case (.integer(let whole), .real(let real)): #expect(Double(whole) == real)
            default: #expect(found == expected)
            }
        }

        @Test func `a text with NUL is refused before it is sent`() async throws {
            let database = try await TemporaryPostgres.migrated()
            let error = await #expect(throws: StoreError.self) {
                _ = try await database.write {
                    try $0.execute("INSERT INTO setting (name, value) VALUES ('a', \("x\0y"))")
                }
            }
            #expect(error?.kind == .check)
        }

        /// - Parameter isSent: whether the write is on its way when the commit is said.
        @Test(arguments: [false, true])
        func `two that read and then write what follows from it do not both succeed unseen`(isSent: Bool) async throws {
            let database = try await TemporaryPostgres.migrated()
            _ = try await database.write { try $0.execute("INSERT INTO setting (name, value) VALUES ('count', '0')") }
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        do {
                            try await database.write { connection in
                                let old: String =
                                    try connection.value("SELECT value FROM setting WHERE name = 'count'") ?? ""
                                let update: SQLQuery = """
                                    UPDATE setting SET value = \(String((Int(old) ?? 0) + 1)) WHERE name = 'count'
                                    """
                                if isSent { try connection.send(update) } else { try connection.execute(update) }
                            }
                            return true
                        } catch {
                            #expect((error as? StoreError)?.kind == .contention, "\(error)")
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let count: String? = try await database.read {
                try $0.value("SELECT value FROM setting WHERE name = 'count'")
            }
            #expect(count == "\(outcomes.count { $0 })")
        }

        @Test func `a connection that the server ended is opened again`() async throws {
            let database = try await TemporaryPostgres.migrated()
            #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM person", of: Int.self) } == 0)
            try TemporaryPostgres.psql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cornerman' "
                    + "AND datname = current_database()", in: database.name)
            for _ in 0..<4 {
                #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM person", of: Int.self) } == 0)
            }
        }

        @Test(arguments: [
            "postgres://", "nonsense", "postgres://u:s3cret@h:port/d", "postgres://u:s3cret%zz@h/d", "host='s3cret",
        ])
        func `an address that cannot be read is refused, or refused when it is used, without its password`(
            text: String
        ) async throws {
            let error = await #expect(throws: StoreError.self) {
                let database = PostgresDatabase(try PostgresAddress(text == "postgres://" ? "postgres://%00" : text))
                _ = try await database.read { try $0.value("SELECT 1", of: Int.self) }
            }
            #expect(error?.kind == .unavailable)
            #expect(error?.message.contains("s3cret") == false)
        }

        @Test func `a copy of the schema is kept before it is changed`() async throws {
            let database = try await TemporaryPostgres.migrated()
            _ = try await database.write { try $0.execute("INSERT INTO setting (name, value) VALUES ('kept', 'yes')") }
            try await database.backUp(to: "cornerman_schema-3")
            let kept: String? = try await database.read {
                try $0.value("SELECT value FROM cornerman_schema_3.setting WHERE name = 'kept'")
            }
            #expect(kept == "yes")
        }

        @Test func `who records events keeps nobody from analyzing what is recorded`() async throws {
            let database = try await TemporaryPostgres.migrated()
            let name = database.name
            _ = try await database.write { connection in
                try connection.script("\(.eventTurn)")
                for table in ["event", "progress", "completion_counter"] {
                    try TemporaryPostgres.psql("SET lock_timeout = '10s'; ANALYZE \(table)", in: name)
                }
            }
        }

        @Test func `a nudge is heard, and silence ends`() async throws {
            let database = try await TemporaryPostgres.migrated()
            await database.waitForChange(atMost: .milliseconds(1))
            async let heard: Void = database.waitForChange(atMost: .seconds(60))
            _ = try await database.write { try $0.script("\(.nudge)") }
            await heard
            await database.waitForChange(atMost: .milliseconds(1))
        }
    }
#endif
