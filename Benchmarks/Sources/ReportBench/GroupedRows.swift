import BenchKit

/// The same report as one would write it without counters, on a connection of its own.
protocol GroupedRows {
    /// - Returns: how many teams there are.
    func countByTeam() throws -> Int
}

enum GroupedRowsQuery {
    static let sql = """
        SELECT person.manager_id, COUNT(*), COUNT(*) FILTER (WHERE progress.status = 'done')
        FROM progress
        JOIN enrollment ON enrollment.id = progress.enrollment_id
        JOIN person ON person.id = enrollment.person_id
        GROUP BY person.manager_id
        """
}

/// By libpq.
struct PostgresGroupedRows: GroupedRows {
    private let connection: RawPostgres

    init(address: String) throws {
        connection = try RawPostgres(address)
        // A server that has been up for a while has looked at its tables and tidied them.
        try connection.run("VACUUM (ANALYZE)")
        try connection.prepare("teams", GroupedRowsQuery.sql)
    }

    func countByTeam() throws -> Int { try connection.run(prepared: "teams").count }
}
