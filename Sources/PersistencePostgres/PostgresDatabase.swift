#if PostgreSQL
    import Dispatch
    public import Persistence
    import Synchronization

    /// PostgreSQL behind libpq: a few connections, each with a thread of its own.
    ///
    /// Writing transactions are SERIALIZABLE, so that what holds on SQLite's single writer holds here: whoever was overtaken
    /// fails with `contention` and is repeated. Reading ones see one moment.
    public final class PostgresDatabase: SQLDatabase {
        /// Somebody who waits for a connection.
        private struct Waiter {
            let isWriting: Bool
            let continuation: CheckedContinuation<PostgresWorker, any Error>
        }

        private struct State {
            var idle: [PostgresWorker]
            var waiting: [Waiter] = []
            /// How many connections are taken for writing.
            var writing = 0
            var isClosed = false
            /// While it lies ahead nobody knocks at a server that just was not there. Nanoseconds of uptime.
            var knockAgainAt: UInt64 = 0

            /// Who may have a connection that is free now, with it.
            mutating func next(mostWriting: Int) -> (Waiter, PostgresWorker)? {
                guard let place = waiting.firstIndex(where: { !$0.isWriting || writing < mostWriting }),
                    let worker = idle.popLast()
                else { return nil }
                let waiter = waiting.remove(at: place)
                if waiter.isWriting { writing += 1 }
                return (waiter, worker)
            }
        }

        private static let pause: UInt64 = 500_000_000

        public let address: PostgresAddress
        private let workers: [PostgresWorker]
        /// How many may write at once: commits can wait for a replica that is away, and what is there is read meanwhile.
        private let mostWriting: Int
        private let ear: PostgresEar
        private let state: Mutex<State>

        public var dialect: SQLDialect { .postgres }

        /// - Parameter connections: how many transactions may run beside each other, 1 to 64; 4 to 8 are enough for a node.
        ///   None is opened before it is needed.
        ///   A third of them only reads.
        public init(_ address: PostgresAddress, connections: Int = 6, patience: PostgresPatience = .init()) {
            self.address = address
            let workers = (0..<min(64, max(1, connections))).map { _ in PostgresWorker(address, patience: patience) }
            self.workers = workers
            mostWriting = workers.count - workers.count / 3
            ear = PostgresEar(address)
            state = Mutex(State(idle: workers))
        }

        public func read<Value: Sendable>(
            _ body: @escaping @Sendable (any SQLConnection) throws -> Value
        ) async throws -> Value {
            try await transaction(writing: false, body)
        }

        @discardableResult
        public func write<Value: Sendable>(
            _ body: @escaping @Sendable (any SQLConnection) throws -> Value
        ) async throws -> Value {
            try await transaction(writing: true, body)
        }

        private func transaction<Value: Sendable>(
            writing: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
        ) async throws -> Value {
            let worker = try await acquire(writing: writing)
            defer { release(worker, writing: writing) }
            do {
                return try await worker.transaction(writing: writing, body)
            } catch let error as StoreError where error.kind == .unavailable {
                if let trouble = await worker.trouble { turnAway(trouble, writing: writing, error) }
                throw error
            }
        }

        private func acquire(writing: Bool) async throws -> PostgresWorker {
            try await withCheckedThrowingContinuation { continuation in
                let refusal: StoreError? = state.withLock { state in
                    if state.isClosed { return StoreError(.unavailable, "the database was let go") }
                    if DispatchTime.now().uptimeNanoseconds < state.knockAgainAt {
                        return StoreError(.unavailable, "the database was not there a moment ago")
                    }
                    state.waiting.append(Waiter(isWriting: writing, continuation: continuation))
                    return nil
                }
                if let refusal { continuation.resume(throwing: refusal) } else { serveNext() }
            }
        }

        private func release(_ worker: PostgresWorker, writing: Bool) {
            state.withLock { state in
                if writing { state.writing -= 1 }
                state.idle.append(worker)
            }
            serveNext()
        }

        private func serveNext() {
            while let (waiter, worker) = state.withLock({ $0.next(mostWriting: mostWriting) }) {
                waiter.continuation.resume(returning: worker)
            }
        }

        /// What kept one from its work for long would keep each of those who wait behind it for as long again.
        private func turnAway(_ trouble: PostgresWorker.Trouble, writing: Bool, _ error: StoreError) {
            let waiters = state.withLock { state -> [Waiter] in
                if trouble == .refused { state.knockAgainAt = DispatchTime.now().uptimeNanoseconds + Self.pause }
                let isMeant = { (waiter: Waiter) in trouble == .refused || !writing || waiter.isWriting }
                defer { state.waiting.removeAll(where: isMeant) }
                return state.waiting.filter(isMeant)
            }
            for waiter in waiters { waiter.continuation.resume(throwing: error) }
        }

        public func alone<Value>(_ body: () async throws -> Value) async throws -> Value {
            let lock = try await PostgresLock(address, .schema)
            defer { withExtendedLifetime(lock) {} }
            return try await body()
        }

        public func waitForChange(atMost pause: Duration) async {
            let milliseconds = pause.components.seconds * 1000 + pause.components.attoseconds / 1_000_000_000_000_000
            await ear.wait(milliseconds: Int32(clamping: milliseconds))
        }

        /// Copies the tables into a new schema of the same database: what a change of the schema may need again. The blobs
        /// stay, as nothing changes them.
        public func backUp(to path: String) async throws {
            let name = String(
                path.lowercased().map { $0.isLetter && $0.isASCII || $0.isNumber && $0.isASCII ? $0 : "_" })
            try await write { connection in
                try connection.script("\(.unhurried)CREATE SCHEMA \(Self.quoted(name))")
                let tables: [String] = try connection.column("SELECT name FROM \(.tables) ORDER BY name")
                for table in tables where !PostgresBlobStore.tables.contains(table) {
                    try connection.script(
                        "CREATE TABLE \(Self.quoted(name)).\(Self.quoted(table)) AS TABLE \(Self.quoted(table))")
                }
            }
        }

        private static func quoted(_ name: String) -> SQLFragment {
            .verbatim("\"" + name.replacing("\"", with: "\"\"") + "\"")
        }

        /// What the server knows of damage: indexes that are not valid, and pages whose checksum was wrong.
        public func checkIntegrity() async throws -> [String] {
            try await read { connection in
                let indexes: [String] = try connection.column(
                    "SELECT CAST(indexrelid AS REGCLASS)::TEXT FROM pg_index WHERE NOT indisvalid")
                let pages: Int? = try connection.value(
                    "SELECT COALESCE(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()")
                return indexes.map { "the index \($0) is not valid: REINDEX it" }
                    + ((pages ?? 0) > 0 ? ["\(pages ?? 0) pages of the database had a wrong checksum"] : [])
            }
        }

        public func close() throws {
            state.withLock { $0.isClosed = true }
            for worker in workers { Task { await worker.close() } }
        }
    }
#endif
