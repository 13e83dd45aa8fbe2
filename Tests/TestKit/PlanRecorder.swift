import Persistence

/// A connection that notes how SQLite goes about every statement that runs on it. Elsewhere it only runs them.
///
///     let recorder = PlanRecorder(connection)
///     _ = try AnswerStore.list(…, recorder)
///     #expect(recorder.scans == [])
public final class PlanRecorder: SQLConnection {
    private let base: any SQLConnection
    /// The lines of `EXPLAIN QUERY PLAN`, for all statements in their order.
    public private(set) var lines: [String] = []
    /// How many statements ran.
    public private(set) var statements = 0

    public init(_ base: any SQLConnection) { self.base = base }

    public var dialect: SQLDialect { base.dialect }

    /// Where a whole table is read, or rows are sorted that no index holds in order.
    public var scans: [String] {
        lines.filter { line in
            (line.hasPrefix("SCAN ") && !line.contains("CONSTANT ROW")
                && !line.contains("SUBQUERY") && !line.contains("COMPOUND"))
                || line.contains("USE TEMP B-TREE FOR ORDER BY")
        }
    }

    public func execute(_ query: SQLQuery) throws -> Int {
        try note(query)
        return try base.execute(query)
    }

    public func forEach(_ query: SQLQuery, _ body: (inout SQLRow) throws -> Void) throws {
        try note(query)
        try base.forEach(query, body)
    }

    public func script(_ script: SQLQuery) throws { try base.script(script) }

    public func savepoint<Value>(_ body: () throws -> Value) throws -> Value { try base.savepoint(body) }

    private func note(_ query: SQLQuery) throws {
        statements += 1
        guard dialect == .sqlite else {
            lines.append("not SQLite's")
            return
        }
        try base.forEach("EXPLAIN QUERY PLAN \(query)") { row in
            for _ in 0..<3 { _ = try row.next(SQLValue.self) }
            lines.append(try row.next())
        }
    }
}
