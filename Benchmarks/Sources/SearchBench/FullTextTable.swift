import Answers
import CSQLite

/// The same entries in an SQLite FTS5 table in memory, English stemming on, ranked by its bm25, any word may match.
final class FullTextTable {
    private var database: OpaquePointer?
    private var insert: OpaquePointer?
    private var select: OpaquePointer?
    private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init() {
        sqlite3_open(":memory:", &database)
        sqlite3_exec(
            database,
            """
            CREATE VIRTUAL TABLE entry
            USING fts5(question, phrasings, text, tags, content = '', tokenize = 'porter unicode61')
            """, nil, nil, nil)
        sqlite3_exec(database, "BEGIN", nil, nil, nil)
        sqlite3_prepare_v2(
            database, "INSERT INTO entry (rowid, question, phrasings, text, tags) VALUES (?, ?, ?, ?, ?)", -1, &insert,
            nil)
    }

    deinit {
        sqlite3_finalize(insert)
        sqlite3_finalize(select)
        sqlite3_close(database)
    }

    func add(_ entry: IndexEntry) {
        sqlite3_bind_int64(insert, 1, Int64(entry.number.value))
        let fields = [
            entry.question, entry.phrasings.joined(separator: " "), entry.text, entry.tags.joined(separator: " "),
        ]
        for (index, field) in fields.enumerated() { sqlite3_bind_text(insert, Int32(index + 2), field, -1, transient) }
        sqlite3_step(insert)
        sqlite3_reset(insert)
    }

    /// Ends adding.
    func finish() {
        sqlite3_exec(database, "COMMIT", nil, nil, nil)
        sqlite3_exec(database, "INSERT INTO entry (entry) VALUES ('optimize')", nil, nil, nil)
        sqlite3_prepare_v2(
            database, "SELECT rowid, rank FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 10", -1, &select, nil)
    }

    /// How many of the ten best entries there are.
    func search(_ query: String) -> Int {
        let words = query.split(separator: " ").map { "\"\($0)\"" }.joined(separator: " OR ")
        sqlite3_bind_text(select, 1, words, -1, transient)
        var found = 0
        while sqlite3_step(select) == SQLITE_ROW { found += 1 }
        sqlite3_reset(select)
        return found
    }
}
