import BenchKit
import CSQLite

/// By SQLite itself.
final class SQLiteGroupedRows: GroupedRows {
    private var connection: OpaquePointer?
    private var statement: OpaquePointer?

    init(path: String) throws {
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
            sqlite3_prepare_v2(connection, GroupedRowsQuery.sql, -1, &statement, nil) == SQLITE_OK
        else { throw failure() }
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close(connection)
    }

    func countByTeam() throws -> Int {
        defer { sqlite3_reset(statement) }
        var teams = 0
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: teams += 1
            case SQLITE_DONE: return teams
            default: throw failure()
            }
        }
    }

    private func failure() -> BenchFailure { BenchFailure(String(cString: sqlite3_errmsg(connection))) }
}
