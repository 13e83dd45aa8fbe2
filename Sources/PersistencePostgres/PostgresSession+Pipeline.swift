#if PostgreSQL
    import CLibPQ
    import Persistence

    /// Saying several things to the server without waiting for each answer, in libpq's pipeline mode.
    /// Source: https://www.postgresql.org/docs/15/libpq-pipeline-mode.html
    extension PostgresSession {
        /// Begins a transaction together with what is said next.
        func begin(_ opening: SQLQuery) throws {
            hasBegun = false
            try post(opening, as: .beginning)
            // A server that is there answers this at once, however long it takes for the rest.
            try sending { unsafe PQsendFlushRequest(handle) }
        }

        /// Ends the transaction. Anything but a commit that is safe wherever the server keeps it is an error.
        /// - Parameter writing: has it wait for the replicas even when nothing was written: what it read may be another's that
        ///   they do not have yet, and is acknowledged with it. A transaction without a number of its own waits for nobody.
        func commit(writing: Bool) throws {
            // What was asked may still fail its reader; and where the server has not begun, all might be said to another.
            try hear()
            if writing, !hasBegun { try settle() }
            forgetWarning()
            if writing { try post("SELECT pg_current_xact_id()") }
            // What was written, and the commit, have each its own time.
            try sending { unsafe PQsendFlushRequest(handle) }
            try post("COMMIT", as: .commit)
            guard try last().command == "COMMIT" else {
                throw StoreError(.other, "the transaction had failed before its end, and was undone")
            }
            // The server acknowledges what its replicas may not have when it is told to stop waiting for them.
            if let warning { throw StoreError(.unavailable, "the commit is not known to be safe: \(warning)") }
        }

        /// Undoes the transaction, whatever of it is on its way.
        func rollback() throws {
            abandon()
            try simple("ROLLBACK")
        }

        /// Says a statement that is answered later. What is refused of it is thrown then, and nothing behind it is done.
        /// - Parameter take: gets its rows, by ``hear()`` at the latest.
        func post(
            _ query: SQLQuery, as kind: PostgresMessage.Kind = .statement,
            _ take: ((borrowing PostgresResult) throws -> Void)? = nil
        ) throws {
            guard isAlive else { throw gone() }
            try enterPipeline()
            // Rows are wanted before what follows them is done.
            if take == nil, posted.last?.isAsked == true { try sending { unsafe PQsendFlushRequest(handle) } }
            let message = PostgresMessage(kind, take: take)
            // The reply to a preparation would come behind what it stands before, and have no time of its own.
            try send(query, isOneMessage: message.isCommit)
            posted.append(message)
        }

        /// Waits for all rows that somebody wants, and not for what was said after them.
        func hear() throws {
            guard let last = posted.lastIndex(where: \.isAsked) else { return }
            try end()
            try receive(last + 1)
        }

        /// Waits for all answers.
        func settle() throws {
            guard !posted.isEmpty else { return }
            try end()
            try receive(posted.count)
        }

        /// Waits for all answers.
        /// - Returns: the last one.
        func last() throws -> PostgresResult {
            try end()
            try receive(posted.count - 2)
            do {
                let result = try next()
                _ = try next()
                return result
            } catch {
                abandon()
                throw error
            }
        }

        /// Lets go of what is on its way, so that the server can be told something else. Where that fails, the connection is
        /// given up.
        func abandon() {
            guard !posted.isEmpty else { return }
            guard isAlive else { return posted = [] }
            do {
                try end()
                while !posted.isEmpty {
                    do {
                        _ = try next()
                    } catch let error as StoreError where error.kind != .unavailable {
                    }
                }
            } catch {
                isGivenUp = true
                posted = []
            }
        }

        func enterPipeline() throws(StoreError) {
            guard unsafe PQenterPipelineMode(handle) == 1 else { throw gone() }
        }

        func sending(_ send: () -> Int32) throws(StoreError) {
            guard send() == 1 else { throw gone() }
        }

        /// Whatever libpq will not do leaves the connection in a state that nobody knows.
        func gone() -> StoreError {
            isGivenUp = true
            posted = []
            return unsafe StoreError(.unavailable, Self.words(PQerrorMessage(handle)))
        }

        /// Has the server say everything that it was asked for, and, within a transaction, count from now on how long it is left
        /// alone with it.
        private func end() throws(StoreError) {
            guard posted.last?.isEnd != true else { return }
            try sending { unsafe PQpipelineSync(handle) }
            posted.append(PostgresMessage(.end))
        }

        private func receive(_ count: Int) throws {
            do {
                for _ in 0..<max(0, count) {
                    let take = posted[0].take
                    let result = try next()
                    try take?(result)
                }
            } catch {
                abandon()
                throw error
            }
        }

        /// The answer to the first message that has none yet.
        private func next() throws -> PostgresResult {
            let message = posted.removeFirst()
            let result =
                switch message.kind {
                case .beginning: try answer(within: patience.commit)
                case .commit: try answer(within: patience.commit, thenCancel: true)
                case .preparation, .statement, .end: try answer(within: patience.statement)
                }
            do {
                try check(result)
            } catch {
                switch message.kind {
                case .preparation(let shape): forget(shape)
                // What follows must not be done outside a transaction.
                case .beginning: isGivenUp = true
                case .statement, .commit, .end: break
                }
                throw error
            }
            if case .beginning = message.kind { hasBegun = true }
            return result
        }
    }
#endif
