#if PostgreSQL
    import Persistence

    /// One transaction of PostgreSQL.
    struct PostgresConnection: SQLConnection {
        let session: PostgresSession

        var dialect: SQLDialect { .postgres }

        @discardableResult
        func execute(_ query: SQLQuery) throws -> Int { try session.run(query).changed }

        func forEach(_ query: SQLQuery, _ body: (inout SQLRow) throws -> Void) throws {
            try session.run(query).forEachRow(body)
        }

        func send(_ query: SQLQuery) throws { try session.post(query) }

        func ask(_ query: SQLQuery, _ body: @escaping (inout SQLRow) throws -> Void) throws {
            try session.post(query) { try $0.forEachRow(body) }
        }

        func hear() throws { try session.hear() }

        func script(_ script: SQLQuery) throws {
            if script.has(.unhurried) { session.isUnhurried = true }
            try session.simple(script.rendered(for: .postgres).sql)
        }

        func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
            try session.simple("SAVEPOINT inner_work")
            do {
                let value = try body()
                try session.simple("RELEASE inner_work")
                return value
            } catch {
                session.abandon()
                // Without a server there is nothing left to undo, and the first error is the one to tell.
                if session.isAlive { try session.simple("ROLLBACK TO inner_work; RELEASE inner_work") }
                throw error
            }
        }
    }
#endif
