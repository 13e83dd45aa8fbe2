import Persistence

extension SQLConnection {
    /// Most rows of one statement: both databases bound how many values it may bind.
    private var statementLimit: Int { 500 }

    /// Runs an `INSERT … VALUES` for any number of rows.
    /// - Parameter statement: everything up to and including `VALUES`.
    func insert(_ statement: SQLQuery, rows: [[SQLValue]]) throws {
        var rest = rows[...]
        while !rest.isEmpty {
            try execute("\(statement) \(rows: Array(rest.prefix(statementLimit)))")
            rest = rest.dropFirst(statementLimit)
        }
    }
}
