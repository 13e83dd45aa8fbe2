#if PostgreSQL
    import Dispatch
    import Foundation
    import Persistence
    import PersistencePostgres
    import TestKit
    import Testing

    /// What becomes of statements that are on their way when something goes wrong.
    @Suite struct PostgresPipelineTests {
        /// A database of its own, reached over one connection alone, so that a test meets what the one before left of it.
        private func database(
            connections: Int = 1, _ change: (inout PostgresPatience) -> Void = { _ in }
        ) async throws -> (TemporaryPostgres, PostgresDatabase) {
            let temporary = try await TemporaryPostgres.migrated()
            var patience = PostgresPatience()
            change(&patience)
            return (temporary, PostgresDatabase(temporary.address, connections: connections, patience: patience))
        }

        private static func set(_ name: String, _ connection: any SQLConnection) throws {
            try connection.send("INSERT INTO setting (name, value) VALUES (\(name), 'x')")
        }

        private static func names(_ connection: any SQLConnection) throws -> [String] {
            try connection.column("SELECT name FROM setting WHERE value IN ('x', 'y') ORDER BY name")
        }

        @Test func `the first of several refusals is the one that is told`() async throws {
            let (temporary, database) = try await database()
            let error = await #expect(throws: StoreError.self) {
                try await database.write { connection in
                    try Self.set("a", connection)
                    try Self.set("a", connection)
                    try connection.send("SELECT 1 / \(0)")
                    try connection.hear()
                }
            }
            #expect(error?.kind == .duplicate)
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `what the server passed over is prepared when it is said again`() async throws {
            let (temporary, database) = try await database()
            for _ in 0..<3 {
                await #expect(throws: StoreError.self) {
                    try await database.write { connection in
                        try connection.send("SELECT 1 / \(0)")
                        try Self.set("a", connection)
                    }
                }
            }
            try await database.write { try Self.set("a", $0) }
            #expect(try await database.read(Self.names) == ["a"])
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `more statements than a connection keeps prepared go on in their order`() async throws {
            let (temporary, database) = try await database()
            let found = try await database.write { connection in
                let found = SQLReply([Int](), connection)
                for number in 0..<600 {
                    try Self.set("\(number)", connection)
                    let column = SQLQuery(stringLiteral: "COUNT(*) + \(number) - \(number)")
                    try connection.ask("SELECT \(column) FROM setting WHERE value = 'x'") { row in
                        found.rows.append(try row.next())
                    }
                }
                return try found.get()
            }
            #expect(found == Array(1...600))
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `a connection that is lost on the way takes everything with it, and the next call has a new one`()
            async throws
        {
            let (temporary, database) = try await database()
            for isHeard in [true, false] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.write { connection in
                        try Self.set("a", connection)
                        // Known to have begun, or lost before anybody heard of it.
                        if isHeard { _ = try Self.names(connection) }
                        try connection.send("SELECT pg_terminate_backend(pg_backend_pid())")
                        try Self.set("b", connection)
                    }
                }
                #expect(error?.kind == .unavailable)
                #expect(try await database.read(Self.names) == [])
            }
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `who writes on a connection that was lost while nobody used it is not told`() async throws {
            let (temporary, database) = try await database()
            try await database.write { try Self.set("a", $0) }
            try TemporaryPostgres.psql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cornerman' "
                    + "AND datname = current_database()", in: temporary.name)
            try await database.write { try Self.set("b", $0) }
            #expect(try await database.read(Self.names) == ["a", "b"])
            try database.close()
        }

        @Test func `two that wait for each other are told apart`() async throws {
            let (temporary, database) = try await database(connections: 3)
            try await database.write { connection in
                for name in ["a", "b"] { try Self.set(name, connection) }
            }
            let meeting = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
            let kinds = await withTaskGroup(of: StoreError.Kind?.self) { group in
                for (number, names) in [["a", "b"], ["b", "a"]].enumerated() {
                    group.addTask {
                        do {
                            try await database.write { connection in
                                try connection.execute("UPDATE setting SET value = 'y' WHERE name = \(names[0])")
                                meeting[number].signal()
                                meeting[1 - number].wait()
                                try connection.send("UPDATE setting SET value = 'y' WHERE name = \(names[1])")
                            }
                            return nil
                        } catch {
                            return (error as? StoreError)?.kind ?? .other
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(kinds.contains(nil))
            #expect(kinds.contains(.contention))
            #expect(try await database.read(Self.names) == ["a", "b"])
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        /// Has the end of a transaction that set something do what `body` says.
        private static func atCommit(_ body: String, _ database: any SQLDatabase) async throws {
            try await database.write { connection in
                try connection.script(
                    SQLQuery(
                        stringLiteral: """
                            CREATE FUNCTION ends() RETURNS TRIGGER LANGUAGE plpgsql AS $$BEGIN \(body); RETURN NULL; END$$;
                            CREATE CONSTRAINT TRIGGER ends AFTER INSERT ON setting DEFERRABLE INITIALLY DEFERRED
                                FOR EACH ROW EXECUTE FUNCTION ends()
                            """))
            }
        }

        @Test func `a commit waits for what was asked, and is none where its reader fails`() async throws {
            struct Stop: Error {}
            let (temporary, database) = try await database()
            await #expect(throws: Stop.self) {
                try await database.write { connection in
                    try Self.set("a", connection)
                    try connection.ask("SELECT 1") { _ in throw Stop() }
                }
            }
            try await database.write { try Self.set("b", $0) }
            #expect(try await database.read(Self.names) == ["b"])
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `what the commit itself refuses is not acknowledged`() async throws {
            let (temporary, database) = try await database()
            try await Self.atCommit("RAISE check_violation", database)
            let error = await #expect(throws: StoreError.self) {
                try await database.write { try Self.set("a", $0) }
            }
            #expect(error?.kind == .check)
            #expect(try await database.read(Self.names) == [])
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `a commit that warns is not acknowledged`() async throws {
            let (temporary, database) = try await database()
            try await Self.atCommit("RAISE WARNING 'not everywhere'", database)
            let error = await #expect(throws: StoreError.self) {
                try await database.write { try Self.set("a", $0) }
            }
            #expect(error?.kind == .unavailable)
            #expect(error?.message.contains("not everywhere") == true)
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `a commit that does not end is cancelled, and what was sent with it counts as failed`() async throws
        {
            let (temporary, database) = try await database { $0.commit = .milliseconds(300) }
            // Not over the connection whose first commit it is.
            try await Self.atCommit("PERFORM pg_sleep(600)", temporary)
            let error = await #expect(throws: StoreError.self) {
                try await database.write { try Self.set("a", $0) }
            }
            #expect(error?.kind == .unavailable)
            #expect(try await database.read(Self.names) == [])
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `a statement that does not end has its own time, not the commit's`() async throws {
            let (temporary, database) = try await database { $0.commit = .milliseconds(300) }
            try await database.write { connection in
                try connection.send("SELECT pg_sleep(1)")
                try Self.set("a", connection)
            }
            #expect(try await database.read(Self.names) == ["a"])
            try database.close()
            withExtendedLifetime(temporary) {}
        }
    }
#endif
