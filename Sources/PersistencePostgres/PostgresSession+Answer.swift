#if PostgreSQL
    import CLibPQ
    import Dispatch
    import Persistence

    #if canImport(Glibc)
        import Glibc
    #else
        import Darwin
    #endif

    /// Asking the server, and waiting for what it says, but not for ever.
    extension PostgresSession {
        /// One at a time, as a frozen server keeps whoever asks it to stop.
        private static let cancels = DispatchQueue(label: "cornerman.postgres.cancel", qos: .utility)

        /// Sends something, where there is something to send, and waits for what the server says to it, the last thing where it
        /// says several.
        /// - Parameters:
        ///   - limit: how long the server may be silent; no limit for what is ``isUnhurried``.
        ///   - thenCancel: asks the server to stop, and listens a little longer, before it is given up.
        func answer(
            within limit: Duration, thenCancel: Bool = false, _ send: () -> Int32 = { 1 }
        ) throws(StoreError) -> PostgresResult {
            try sending(send)
            var last: OpaquePointer?
            var isOver = unsafe wait(until: isUnhurried ? nil : .now + limit, &last)
            if !isOver {
                isLate = true
                if thenCancel {
                    askToStop()
                    isOver = unsafe wait(until: .now + patience.cancel, &last)
                }
            }
            let result = unsafe last.map { unsafe PostgresResult($0) }
            guard isOver else {
                isGivenUp = true
                throw StoreError(.unavailable, "the server was silent for too long")
            }
            guard let result else { throw gone() }
            return result
        }

        /// Keeps the last result in `last`, which is the caller's to free.
        /// - Returns: false when the server has not said everything by then.
        private func wait(until end: ContinuousClock.Instant?, _ last: inout OpaquePointer?) -> Bool {
            var isLost = false
            while true {
                let isSending = unsafe PQflush(handle) == 1
                // Of a lost connection, libpq tells at once; an answer may be there while what follows is on its way.
                if unsafe isLost || PQisBusy(handle) == 0 {
                    guard let next = unsafe PQgetResult(handle) else { return true }
                    unsafe PQclear(last)
                    unsafe last = next
                    // Nothing says that this was all, unlike after a statement.
                    if unsafe PQresultStatus(next) == PGRES_PIPELINE_SYNC { return true }
                    continue
                }
                var milliseconds: Int32 = -1
                if let end {
                    let left = (end - .now).components
                    guard left.seconds >= 0, left.attoseconds >= 0 else { return false }
                    milliseconds = Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
                }
                var wanted = pollfd(fd: socket, events: Int16(isSending ? POLLIN | POLLOUT : POLLIN), revents: 0)
                guard unsafe poll(&wanted, 1, milliseconds) > 0 else { continue }
                if wanted.revents & Int16(POLLIN | POLLHUP | POLLERR | POLLNVAL) != 0 {
                    isLost = unsafe PQconsumeInput(handle) == 0
                }
            }
        }

        /// Has the server end what it does for this connection, if it listens.
        private func askToStop() {
            // Only the closure has it.
            nonisolated(unsafe) let cancel = unsafe PQgetCancel(handle)
            Self.cancels.async {
                var words = [CChar](repeating: 0, count: 256)
                _ = unsafe PQcancel(cancel, &words, Int32(words.count))
                unsafe PQfreeCancel(cancel)
            }
        }
    }
#endif
