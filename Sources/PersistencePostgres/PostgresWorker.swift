#if PostgreSQL
    import Dispatch
    import Persistence

    /// A connection with a thread of its own. It is opened when it is needed, and again after it was lost.
    actor PostgresWorker {
        private nonisolated let queue = QueueExecutor("cornerman.postgres")
        nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe queue.asUnownedSerialExecutor() }

        /// What is wrong with the server, so that whoever comes next need not find out.
        enum Trouble {
            /// It cannot be connected to.
            case refused
            /// It said nothing for too long.
            case late
        }

        private let address: PostgresAddress
        private let patience: PostgresPatience
        private var session: PostgresSession?
        /// What was wrong the last time.
        private(set) var trouble: Trouble?

        init(_ address: PostgresAddress, patience: PostgresPatience) {
            self.address = address
            self.patience = patience
        }

        /// Runs one transaction to its end, whatever happens to the task that asked for it.
        func transaction<Value: Sendable>(
            writing: Bool, _ body: @Sendable (any SQLConnection) throws -> Value
        ) throws -> Value {
            if let session {
                do {
                    return try transaction(writing: writing, on: session, body)
                } catch {
                    // A connection that was lost while nobody used it is no fault of who asks next; nothing was done on it.
                    guard !session.hasBegun, !session.isAlive else { throw error }
                }
            }
            trouble = .refused
            let made = try PostgresSession(address, patience: patience)
            session = made
            return try transaction(writing: writing, on: made, body)
        }

        private func transaction<Value: Sendable>(
            writing: Bool, on session: PostgresSession, _ body: @Sendable (any SQLConnection) throws -> Value
        ) throws -> Value {
            trouble = nil
            defer {
                // A cancel that came too late would end what comes next.
                if session.isLate { self.session = nil }
                session.isUnhurried = false
            }
            do {
                try session.begin(
                    writing
                        ? "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
                        : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                let value = try body(PostgresConnection(session: session))
                try session.commit(writing: writing)
                return value
            } catch {
                if session.isLate { trouble = .late }
                do {
                    if session.isAlive { try session.rollback() }
                } catch {
                    self.session = nil
                }
                // On a replica nothing can be written until somebody finds the primary again.
                if !session.isAlive || (error as? StoreError)?.kind == .unavailable { self.session = nil }
                throw error
            }
        }

        func close() { session = nil }
    }

    /// Runs an actor's work on a thread that may block, one piece after another.
    final class QueueExecutor: SerialExecutor {
        private let queue: DispatchQueue

        init(_ label: String) { queue = DispatchQueue(label: label) }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
        }
    }
#endif
