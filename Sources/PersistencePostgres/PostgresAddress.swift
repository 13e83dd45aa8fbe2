#if PostgreSQL
    import CLibPQ
    public import Persistence

    /// Where a PostgreSQL server is: a URL (`postgres://user@host/database?sslmode=verify-full`) or a list of
    /// `keyword=value`, with everything that libpq knows, several hosts and TLS among it.
    /// Source: https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING
    public struct PostgresAddress: Sendable {
        let text: String
        /// Hosts and database, for the log; never a password.
        public let summary: String

        /// - Throws: ``StoreError`` of kind `unavailable` when libpq cannot read it. What it says then is not passed on, as it
        ///   repeats the whole address, the password included.
        public init(_ text: String) throws(StoreError) {
            let refusal = StoreError(
                .unavailable,
                "the address of the database cannot be read; it looks like postgres://user:password@host:5432/database, "
                    + "with % before the two digits of what is no letter, as in a password's %40 for @")
            guard !text.utf8.contains(0) else { throw refusal }
            guard let options = unsafe PQconninfoParse(text, nil) else { throw refusal }
            defer { unsafe PQconninfoFree(options) }
            var said: [String: String] = [:]
            var option = unsafe options
            while let keyword = unsafe option.pointee.keyword {
                if let value = unsafe option.pointee.val {
                    unsafe said[String(cString: keyword)] = unsafe String(cString: value)
                }
                unsafe option += 1
            }
            self.text = text
            let hosts = said["host"] ?? said["hostaddr"] ?? "the local server"
            summary = "\(said["dbname"] ?? "the user's own database") on \(hosts)"
        }

        /// What is asked of libpq, in its order of precedence: the address overrides what stands before it, and what stands
        /// after it holds.
        var parameters: [(keyword: String, value: String)] {
            [
                ("connect_timeout", "10"), ("tcp_user_timeout", "15000"), ("keepalives_idle", "10"),
                ("keepalives_interval", "5"), ("keepalives_count", "2"), ("fallback_application_name", "cornerman"),
                ("target_session_attrs", "read-write"), ("dbname", text), ("client_encoding", "UTF8"),
            ]
        }
    }
#endif
