import Answers
import CSQLite

/// The same entries in an SQLite FTS5 table in memory, English stemming on, ranked by its bm25, any word may match.
final class FullTextTable {
    private var database: OpaquePointer?
    private var select: OpaquePointer?
    private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ entries: [IndexEntry]) {
        sqlite3_open(":memory:", &database)
        sqlite3_exec(
            database,
            "CREATE VIRTUAL TABLE entry USING fts5(question, phrasings, text, tags, tokenize = 'porter unicode61')",
            nil, nil, nil)
        var insert: OpaquePointer?
        sqlite3_exec(database, "BEGIN", nil, nil, nil)
        sqlite3_prepare_v2(
            database, "INSERT INTO entry (rowid, question, phrasings, text, tags) VALUES (?, ?, ?, ?, ?)", -1, &insert,
            nil)
        for entry in entries {
            sqlite3_bind_int64(insert, 1, Int64(entry.number.value))
            let fields = [
                entry.question, entry.phrasings.joined(separator: " "), entry.text, entry.tags.joined(separator: " "),
            ]
            for (index, field) in fields.enumerated() {
                sqlite3_bind_text(insert, Int32(index + 2), field, -1, transient)
            }
            sqlite3_step(insert)
            sqlite3_reset(insert)
        }
        sqlite3_finalize(insert)
        sqlite3_exec(database, "COMMIT", nil, nil, nil)
        sqlite3_exec(database, "INSERT INTO entry (entry) VALUES ('optimize')", nil, nil, nil)
        sqlite3_prepare_v2(
            database, "SELECT rowid, rank FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 10", -1, &select, nil)
    }

    deinit {
        sqlite3_finalize(select)
        sqlite3_close(database)
    }

    /// The ten best entries.
    func search(_ query: String) -> [UInt32] {
        let words = query.split(separator: " ").map { "\"\($0)\"" }.joined(separator: " OR ")
        sqlite3_bind_text(select, 1, words, -1, transient)
        var found: [UInt32] = []
        while sqlite3_step(select) == SQLITE_ROW { found.append(UInt32(sqlite3_column_int64(select, 0))) }
        sqlite3_reset(select)
        return found
    }
}
