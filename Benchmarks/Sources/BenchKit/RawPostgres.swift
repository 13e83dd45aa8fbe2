import CPQ
import Foundation

/// libpq without anything between: one connection, for one thread at a time.
public final class RawPostgres {
    private let connection: OpaquePointer?

    public init(_ address: String) throws {
        connection = PQconnectdb(address)
        guard PQstatus(connection) == CONNECTION_OK else { throw failure() }
    }

    deinit { PQfinish(connection) }

    /// Runs a statement.
    /// - Returns: its rows as text, NULL as nothing.
    @discardableResult
    public func run(_ sql: String) throws -> [[String]] { try rows(PQexec(connection, sql)) }

    /// Has the server read a statement once; its parameters are `$1`, `$2` and so on.
    public func prepare(_ name: String, _ sql: String) throws {
        try rows(PQprepare(connection, name, sql, 0, nil))
    }

    /// Runs what was prepared: one round trip.
    @discardableResult
    public func run(prepared name: String, _ values: [String] = []) throws -> [[String]] {
        var texts: [UnsafePointer<CChar>?] = []
        let copies = values.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        for copy in copies { texts.append(UnsafePointer(copy)) }
        return try rows(PQexecPrepared(connection, name, Int32(values.count), texts, nil, nil, 0))
    }

    @discardableResult
    private func rows(_ result: OpaquePointer?) throws -> [[String]] {
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else { throw failure() }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { column in PQgetvalue(result, row, column).map { String(cString: $0) } ?? "" }
        }
    }

    private func failure() -> BenchFailure { BenchFailure(String(cString: PQerrorMessage(connection))) }
}
