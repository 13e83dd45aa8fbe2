/// A piece of SQL that the two databases spell differently, by name. A test lists them all, so that a new one is noticed.
public struct SQLFragment: Sendable {
    public let name: String
    public let sqlite: String
    public let postgres: String

    /// Declares a difference; `name` says what is meant, not how it is spelled.
    public static func perDialect(_ name: String, sqlite: String, postgres: String) -> SQLFragment {
        SQLFragment(name: name, sqlite: sqlite, postgres: postgres)
    }

    /// The spelling for `dialect`.
    public func text(in dialect: SQLDialect) -> String {
        switch dialect {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }
}

extension SQLFragment {
    /// Text that sorts by code point.
    public static let text = perDialect("text", sqlite: "TEXT", postgres: "TEXT COLLATE \"C\"")
    /// A 64-bit integer; also instants (milliseconds since the epoch) and booleans.
    public static let integer = perDialect("integer", sqlite: "INTEGER", postgres: "BIGINT")
    /// A 64-bit float.
    public static let real = perDialect("real", sqlite: "REAL", postgres: "DOUBLE PRECISION")
    /// Bytes.
    public static let blob = perDialect("blob", sqlite: "BLOB", postgres: "BYTEA")
    /// A key that counts up by itself.
    public static let serial = perDialect(
        "serial", sqlite: "INTEGER PRIMARY KEY AUTOINCREMENT",
        postgres: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
    /// After a table's closing parenthesis: columns hold what they say.
    public static let strict = perDialect("strict", sqlite: " STRICT", postgres: "")
    /// The same, for a table that is stored in the order of its primary key.
    public static let strictByKey = perDialect("strictByKey", sqlite: " STRICT, WITHOUT ROWID", postgres: "")
    /// The tables that are there, each with its `name`.
    public static let tables = perDialect(
        "tables", sqlite: "(SELECT name FROM sqlite_master WHERE type = 'table') AS tables",
        postgres:
            "(SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()) AS tables"
    )
    /// Before statements that may take longer than a request's may.
    public static let unhurried = perDialect(
        "unhurried", sqlite: "", postgres: "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; ")
    /// Wakes whoever waits for a change, once this transaction is committed.
    public static let nudge = perDialect("nudge", sqlite: "", postgres: "SELECT pg_notify('cornerman_change', '')")
    /// The first statement of a transaction that records events: on many nodes they take turns, as they would get into each
    /// other's way at the counters. Before it nothing may have been read, so that what is read then is what the one before left;
    /// an advisory lock would read. It holds a table that hardly ever changes: one that is always held is never vacuumed nor
    /// analyzed, and statements keep the plans of the time when it was empty. SQLite has one writer anyway.
    public static let eventTurn = perDialect(
        "eventTurn", sqlite: "SELECT 1", postgres: "LOCK TABLE schema_migration IN SHARE UPDATE EXCLUSIVE MODE")
    /// At the end of a claim's inner SELECT.
    public static let skipLocked = perDialect("skipLocked", sqlite: "", postgres: "FOR UPDATE SKIP LOCKED")
    /// At the end of a SELECT whose rows are about to be changed.
    public static let forUpdate = perDialect("forUpdate", sqlite: "", postgres: "FOR UPDATE")
}
