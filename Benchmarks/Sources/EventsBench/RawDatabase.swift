import CSQLite

/// SQLite without anything between: a WAL file synced at every commit, prepared statements, one writer.
final class RawDatabase {
    struct Failure: Error { let message: String }

    private var connection: OpaquePointer?
    private var insertion: OpaquePointer?
    private var number = 0

    init(path: String) throws {
        guard sqlite3_open(path, &connection) == SQLITE_OK else { throw failure() }
        try run("PRAGMA journal_mode = WAL")
        try run("PRAGMA synchronous = FULL")
        try run(
            """
            CREATE TABLE event (
                id TEXT PRIMARY KEY, enrollment_id TEXT NOT NULL, activity TEXT NOT NULL, data TEXT NOT NULL,
                recorded_at INTEGER NOT NULL
            ) STRICT
            """)
        try run("CREATE INDEX event_enrollment ON event (enrollment_id, recorded_at, id)")
        let sql = "INSERT INTO event VALUES (?, ?, ?, ?, ?)"
        guard sqlite3_prepare_v2(connection, sql, -1, &insertion, nil) == SQLITE_OK else { throw failure() }
    }

    deinit {
        sqlite3_finalize(insertion)
        sqlite3_close(connection)
    }

    /// Adds rows in one transaction.
    func insert(count: Int) throws {
        try run("BEGIN IMMEDIATE")
        for _ in 0..<count {
            number += 1
            let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            let digits = String(number * 2_654_435_761 % 4_294_967_296, radix: 16)
            let id = "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
            sqlite3_bind_text(insertion, 1, id, -1, transient)
            sqlite3_bind_text(insertion, 2, "00000000-0000-7000-8000-0000000000\(10 + number % 64)", -1, transient)
            sqlite3_bind_text(insertion, 3, "lesson-\(number % 20)", -1, transient)
            sqlite3_bind_text(insertion, 4, "{}", -1, transient)
            sqlite3_bind_int64(insertion, 5, Int64(number))
            guard sqlite3_step(insertion) == SQLITE_DONE else { throw failure() }
            sqlite3_reset(insertion)
        }
        try run("COMMIT")
    }

    private func run(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    private func failure() -> Failure { Failure(message: String(cString: sqlite3_errmsg(connection))) }
}
