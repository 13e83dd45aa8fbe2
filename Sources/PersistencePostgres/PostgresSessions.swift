#if PostgreSQL
    import Persistence
    import Synchronization

    /// Connections for what blocks anyway: whoever asks runs on its own thread.
    final class PostgresSessions: Sendable {
        /// Most connections that are kept while nobody uses them.
        private static let kept = 4

        private let address: PostgresAddress
        private let idle = Mutex<[PostgresSession]>([])

        /// Large files are in one transaction, and a replica may need its time for them.
        private let patience: PostgresPatience

        init(_ address: PostgresAddress) {
            self.address = address
            var patience = PostgresPatience()
            patience.commit = .seconds(60)
            self.patience = patience
        }

        /// The first column of the first row; nil without rows.
        func one<Value: SQLConvertible>(_ query: SQLQuery, of type: Value.Type = Value.self) throws -> Value? {
            try column(query, of: type).first
        }

        /// The first column of every row.
        func column<Value: SQLConvertible>(_ query: SQLQuery, of type: Value.Type = Value.self) throws -> [Value] {
            try lend { session in try PostgresConnection(session: session).column(query, of: type) }
        }

        /// One transaction.
        func write(_ body: (any SQLConnection) throws -> Void) throws {
            try lend { session in
                try session.begin("BEGIN")
                do {
                    try body(PostgresConnection(session: session))
                    try session.commit(writing: true)
                } catch {
                    if session.isAlive { try session.rollback() }
                    throw error
                }
            }
        }

        /// Tries again on a new connection when an idle one turns out to be lost.
        private func lend<Value>(_ body: (PostgresSession) throws -> Value) throws -> Value {
            if let session = idle.withLock({ $0.popLast() }) {
                do {
                    return try use(session, body)
                } catch {
                    if session.isAlive { throw error }
                    idle.withLock { $0.removeAll() }
                }
            }
            return try use(try PostgresSession(address, patience: patience), body)
        }

        private func use<Value>(
            _ session: PostgresSession, _ body: (PostgresSession) throws -> Value
        ) throws -> Value {
            defer {
                if session.isAlive {
                    idle.withLock { if $0.count < Self.kept { $0.append(session) } }
                }
            }
            return try body(session)
        }
    }
#endif
