#if PostgreSQL
    import Dispatch
    import Persistence

    /// A lock that all nodes of a database know, on a connection of its own: it is let go with this value, or when its process
    /// ends, however it ends.
    final class PostgresLock: BlobHold {
        /// What is locked; the numbers are ours alone, in the second half of the two-key space.
        enum Subject: Int32 {
            case schema = 1
            case blobs = 2
        }

        private static let space: Int32 = 0x636d_6e31
        private let session: PostgresSession

        /// Waits for the lock for as long as it takes, away from the cooperative pool.
        init(_ address: PostgresAddress, _ subject: Subject) async throws {
            session = try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global(qos: .utility).async {
                    continuation.resume(with: Result { try Self.take("pg_advisory_lock", address, subject) })
                }
            }
        }

        /// Waits for the lock beside others that share it.
        init(sharing subject: Subject, _ address: PostgresAddress) throws {
            session = try Self.take("pg_advisory_lock_shared", address, subject)
        }

        /// - Returns: nil when somebody else has it.
        init?(trying subject: Subject, _ address: PostgresAddress) throws {
            session = try PostgresSession(address)
            let took = try session.run("SELECT pg_try_advisory_lock(\(Self.numbers(subject)))")
            var isOurs = false
            try took.forEachRow { row in isOurs = try row.next() }
            guard isOurs else { return nil }
        }

        /// The lock is held for as long as its connection stands.
        func check() throws {
            session.isUnhurried = false
            try session.simple("")
        }

        private static func take(
            _ function: String, _ address: PostgresAddress, _ subject: Subject
        ) throws -> PostgresSession {
            let session = try PostgresSession(address)
            session.isUnhurried = true
            try session.simple("SET lock_timeout = 0; SET statement_timeout = 0")
            try session.simple("SELECT \(function)(\(space), \(subject.rawValue))")
            return session
        }

        private static func numbers(_ subject: Subject) -> SQLFragment {
            .verbatim("\(space), \(subject.rawValue)")
        }
    }
#endif
