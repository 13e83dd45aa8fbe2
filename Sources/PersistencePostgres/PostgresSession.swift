#if PostgreSQL
    import CLibPQ
    import Persistence

    /// One connection to a server, with the statements that it has prepared. It blocks its thread, like the library below it;
    /// for one user at a time.
    ///
    /// Unchecked, as libpq's connection may be used from any thread while only one does: an actor's queue, a lock, or whoever
    /// took it from a list of idle ones sees to that.
    @safe
    final class PostgresSession: @unchecked Sendable {
        /// The oldest server that this program speaks with.
        static let oldest: Int32 = 130_000
        /// Longer statements have a shape of their own each time and would only fill the server's memory.
        private static let preparedLength = 4096
        private static let preparedMost = 256

        struct Shape: Hashable {
            var sql: String
            var types: [Oid]
        }

        let handle: OpaquePointer
        let patience: PostgresPatience
        private var prepared: [Shape: String] = [:]
        private var named = 0
        /// What was said and is not answered yet, in the order of the answers: see ``post(_:_:)``.
        var posted: [PostgresMessage] = []
        /// Whether the server once said nothing for too long.
        var isLate = false
        /// Whether it was given up for that.
        var isGivenUp = false
        /// Whether the server has begun the transaction that it was last told to begin.
        var hasBegun = false
        /// Whether what it prepared is not what it was.
        private var isStale = false
        /// Whether what is under way may take as long as it takes: see ``SQLFragment/unhurried``.
        var isUnhurried = false
        /// Whether the server warned since it was last asked to do something.
        private(set) var warning: String?

        /// Connects.
        /// - Throws: ``StoreError`` of kind `unavailable`, in libpq's words; they name hosts and users, never a password.
        init(_ address: PostgresAddress, patience: PostgresPatience = .init()) throws(StoreError) {
            self.patience = patience
            let parameters = address.parameters
            let keywords = parameters.map(\.keyword)
            let values = parameters.map(\.value)
            let made = unsafe Self.withCStrings(keywords) { keywords in
                unsafe Self.withCStrings(values) { values in unsafe PQconnectdbParams(keywords, values, 1) }
            }
            guard let made = unsafe made else { throw StoreError(.unavailable, "libpq has no memory left") }
            unsafe handle = made
            guard unsafe PQstatus(made) == CONNECTION_OK else {
                throw StoreError(.unavailable, unsafe Self.words(PQerrorMessage(made)))
            }
            try check()
            // Whoever waits for the server waits no longer than it was told to: see ``answer(within:thenCancel:_:)``.
            guard unsafe PQsetnonblocking(made, 1) == 0 else {
                throw StoreError(.unavailable, unsafe Self.words(PQerrorMessage(made)))
            }
            // The server's own words reach the log through errors; its notices go nowhere but here.
            let here = unsafe Unmanaged.passUnretained(self).toOpaque()
            unsafe PQsetNoticeReceiver(
                made,
                { receiver, result in
                    guard let receiver = unsafe receiver, let result = unsafe result else { return }
                    let state = unsafe PQresultErrorField(result, Int32(UInt8(ascii: "C")))
                    guard let state = unsafe state, unsafe String(cString: state).hasPrefix("01") else { return }
                    let session = unsafe Unmanaged<PostgresSession>.fromOpaque(receiver).takeUnretainedValue()
                    session.warning = unsafe PQresultErrorField(result, Int32(UInt8(ascii: "M")))
                        .map { unsafe String(cString: $0) }
                }, here)
            try say(
                """
                SET lock_timeout = '10s'; SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s';
                SET standard_conforming_strings = on; SET row_security = off;
                SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
                SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'idle_session_timeout'
                """)
        }

        deinit { unsafe PQfinish(handle) }

        /// Whether the server can still be spoken with.
        var isAlive: Bool { unsafe !isGivenUp && !isStale && PQstatus(handle) == CONNECTION_OK }

        private func check() throws(StoreError) {
            let version = unsafe PQserverVersion(handle)
            guard version >= Self.oldest else {
                throw StoreError(
                    .unavailable,
                    "the server is PostgreSQL \(version / 10_000), and this program needs \(Self.oldest / 10_000) or newer"
                )
            }
            let encoding =
                unsafe PQparameterStatus(handle, "server_encoding").map { unsafe String(cString: $0) } ?? "none"
            guard encoding == "UTF8" else {
                throw StoreError(
                    .unavailable,
                    "the database is encoded in \(encoding): make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
                )
            }
        }

        /// Runs statements without values.
        /// - Returns: what the last one did.
        @discardableResult
        func simple(_ sql: String) throws -> String {
            try settle()
            return try say(sql)
        }

        /// The same while nothing is on its way: what libpq takes as one text it does not take in pipeline mode.
        @discardableResult
        private func say(_ sql: String) throws(StoreError) -> String {
            guard unsafe PQexitPipelineMode(handle) == 1 else { throw gone() }
            let result = try answer(within: patience.statement) { unsafe PQsendQuery(handle, sql) }
            try check(result)
            return result.command
        }

        /// Runs one statement, and all that was posted before it.
        func run(_ query: SQLQuery) throws -> PostgresResult {
            try post(query)
            return try last()
        }

        /// What to wait on until the server says something by itself.
        var socket: Int32 { unsafe PQsocket(handle) }

        /// Takes in what the server said by itself.
        func takeNotices() throws(StoreError) {
            guard unsafe PQconsumeInput(handle) == 1 else {
                throw StoreError(.unavailable, unsafe Self.words(PQerrorMessage(handle)))
            }
            while let notice = unsafe PQnotifies(handle) { unsafe PQfreemem(notice) }
        }

        /// Sends a statement, to be prepared before it where it has not been.
        /// - Parameter isOneMessage: has it answered as a whole, without being prepared.
        func send(_ query: SQLQuery, isOneMessage: Bool) throws {
            let (sql, bindings) = query.rendered(for: .postgres)
            let parameters = try PostgresParameters(bindings)
            guard !isOneMessage, sql.utf8.count <= Self.preparedLength else {
                return try sending {
                    unsafe parameters.lend { count, values, lengths, formats in
                        unsafe PQsendQueryParams(handle, sql, count, parameters.types, values, lengths, formats, 1)
                    }
                }
            }
            let name = try prepare(Shape(sql: sql, types: parameters.types))
            try sending {
                unsafe parameters.lend { count, values, lengths, formats in
                    unsafe PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
                }
            }
        }

        private func prepare(_ shape: Shape) throws -> String {
            if let name = prepared[shape] { return name }
            if prepared.count >= Self.preparedMost {
                try simple("DEALLOCATE ALL")
                prepared = [:]
                try enterPipeline()
            }
            named += 1
            let name = "s\(named)"
            try sending { unsafe PQsendPrepare(handle, name, shape.sql, Int32(shape.types.count), shape.types) }
            posted.append(PostgresMessage(.preparation(shape)))
            prepared[shape] = name
            return name
        }

        /// The server did not come to prepare it.
        func forget(_ shape: Shape) { prepared[shape] = nil }

        /// Has every warning from now on count: see ``commit(writing:)``.
        func forgetWarning() { warning = nil }

        func check(_ result: borrowing PostgresResult) throws(StoreError) {
            guard !result.isFine else { return }
            guard let state = result.state else { throw StoreError(isAlive ? .other : .unavailable, result.message) }
            // Somebody changed the schema, or took the statement away: a new connection prepares it anew.
            if ["0A000", "26000"].contains(state) { isStale = true }
            throw StoreError(state: state, result.message)
        }

        static func words(_ message: UnsafePointer<CChar>?) -> String {
            let text = unsafe message.map { unsafe String(cString: $0) } ?? "libpq says nothing"
            return text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }.joined(
                separator: "; ")
        }

        /// Lends an array of C strings with nil at its end.
        private static func withCStrings<Value>(
            _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
        ) -> Value {
            let starts = texts.reduce(into: [0]) { starts, text in
                starts.append(starts[starts.count - 1] + text.utf8.count + 1)
            }
            let bytes = texts.flatMap { Array($0.utf8CString) }
            return unsafe bytes.withUnsafeBufferPointer { buffer in
                var pointers = unsafe starts.dropLast().map { unsafe buffer.baseAddress?.advanced(by: $0) }
                unsafe pointers.append(nil)
                return unsafe body(pointers)
            }
        }
    }
#endif
