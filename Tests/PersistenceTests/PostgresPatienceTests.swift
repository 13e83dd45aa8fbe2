#if PostgreSQL
    import Foundation
    import Persistence
    import PersistencePostgres
    import TestKit
    import Testing

    /// What a node does when its database says nothing, or no longer what it said.
    @Suite struct PostgresPatienceTests {
        private func database(
            connections: Int = 3, _ change: (inout PostgresPatience) -> Void
        ) async throws -> (TemporaryPostgres, PostgresDatabase) {
            let temporary = try await TemporaryPostgres.migrated()
            var patience = PostgresPatience()
            change(&patience)
            return (
                temporary, PostgresDatabase(temporary.address, connections: connections, patience: patience)
            )
        }

        private static func sleep(_ connection: any SQLConnection) throws {
            try connection.script("SELECT pg_sleep(600)")
        }

        /// Waits until two connections do.
        private static func untilTwoSleep(_ database: TemporaryPostgres) async throws {
            let asleep: SQLQuery = """
                SELECT COUNT(*) FROM pg_stat_activity
                WHERE query = 'SELECT pg_sleep(600)' AND state = 'active' AND datname = current_database()
                """
            while try await database.read({ try $0.value(asleep, of: Int.self) }) != 2 {
                try await Task.sleep(for: .milliseconds(20))
            }
        }

        @Test func `a server that says nothing is given up, and asked anew the next time`() async throws {
            let (temporary, database) = try await database { $0.statement = .milliseconds(300) }
            let error = await #expect(throws: StoreError.self) { try await database.read(Self.sleep) }
            #expect(error?.kind == .unavailable)
            #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM person", of: Int.self) } == 0)
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `a commit that does not end is cancelled, and counts as failed`() async throws {
            let (temporary, database) = try await database { $0.commit = .milliseconds(300) }
            _ = try await database.write {
                try $0.script(
                    """
                    CREATE FUNCTION wait() RETURNS TRIGGER LANGUAGE plpgsql AS
                        'BEGIN PERFORM pg_sleep(600); RETURN NULL; END';
                    CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON setting DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION wait()
                    """)
            }
            let error = await #expect(throws: StoreError.self) {
                try await database.write { try $0.execute("INSERT INTO setting (name, value) VALUES ('a', 'b')") }
            }
            #expect(error?.kind == .unavailable)
            let count: Int? = try await database.write {
                try $0.value("SELECT COUNT(*) FROM setting WHERE name = 'a'")
            }
            #expect(count == 0)
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `what takes its time is let, where it says so`() async throws {
            let (temporary, database) = try await database { $0.statement = .milliseconds(300) }
            try await database.write { try $0.script("\(.unhurried)SELECT pg_sleep(1)") }
            try database.close()
            withExtendedLifetime(temporary) {}
        }

        @Test func `while writing waits, reading goes on, and whoever waits behind is told`() async throws {
            let (temporary, database) = try await database { $0.statement = .seconds(3) }
            let kinds = try await withThrowingTaskGroup(of: StoreError.Kind?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            try await database.write(Self.sleep)
                            return nil
                        } catch let error as StoreError {
                            return error.kind
                        }
                    }
                }
                try await Self.untilTwoSleep(temporary)
                #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM person", of: Int.self) } == 0)
                try await Self.untilTwoSleep(temporary)
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(kinds == Array(repeating: .unavailable, count: 20))
            try database.close()
        }

        @Test func `a statement that somebody changed the meaning of is prepared anew`() async throws {
            let (temporary, database) = try await database(connections: 1) { _ in }
            let read: @Sendable (any SQLConnection) throws -> Int = { connection in
                var columns = 0
                try connection.forEach("SELECT * FROM setting WHERE name = \("nobody's")") { _ in columns += 1 }
                return columns
            }
            _ = try await database.read(read)
            try TemporaryPostgres.psql("ALTER TABLE setting ADD COLUMN more TEXT", in: temporary.name)
            let error = await #expect(throws: StoreError.self) { try await database.read(read) }
            #expect(error?.kind == .contention)
            #expect(try await database.read(read) == 0)
            try database.close()
        }

        @Test func `a server lets go of what a node that vanished holds`() async throws {
            let temporary = try await TemporaryPostgres.migrated()
            let idle: String? = try await temporary.read {
                try $0.value("SELECT current_setting('tcp_keepalives_idle')")
            }
            #expect(idle == "10")
        }
    }
#endif
