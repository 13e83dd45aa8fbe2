#if PostgreSQL
    import Persistence

    #if canImport(Glibc)
        import Glibc
    #else
        import Darwin
    #endif

    /// Listens for nudges, on a connection and a thread of its own.
    actor PostgresEar {
        private nonisolated let queue = QueueExecutor("cornerman.postgres.ear")
        nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe queue.asUnownedSerialExecutor() }

        private let address: PostgresAddress
        private var session: PostgresSession?

        init(_ address: PostgresAddress) { self.address = address }

        /// Returns at the next nudge, after this many milliseconds, or at once when it has only begun to listen: what was
        /// said before that was missed.
        func wait(milliseconds: Int32) {
            do {
                guard let session else {
                    let made = try PostgresSession(address)
                    try made.simple("LISTEN cornerman_change")
                    session = made
                    return
                }
                try session.waitForNotice(milliseconds: milliseconds)
            } catch {
                session = nil
                poll(nil, 0, milliseconds)
            }
        }
    }

    extension PostgresSession {
        /// Waits for what the server says by itself, and takes all of it in.
        fileprivate func waitForNotice(milliseconds: Int32) throws(StoreError) {
            var wanted = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            _ = unsafe poll(&wanted, 1, milliseconds)
            try takeNotices()
        }
    }
#endif
