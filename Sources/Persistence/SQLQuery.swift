/// A statement written as a string literal: what is interpolated is always bound, never pasted.
///
///     "SELECT name FROM person WHERE id = \(id) AND left_at IS NULL"
public struct SQLQuery: ExpressibleByStringInterpolation, Sendable {
    enum Segment: Sendable {
        case text(String)
        case bind(SQLValue)
        case fragment(SQLFragment)
        case table([[SQLValue]], [SQLColumnType])
    }

    var segments: [Segment]

    public init(stringLiteral value: String) {
        segments = [.text(value)]
    }

    public init(stringInterpolation: StringInterpolation) {
        segments = stringInterpolation.segments
    }

    /// Whether a fragment stands in it.
    public func has(_ fragment: SQLFragment) -> Bool {
        segments.contains { if case .fragment(let own) = $0 { own.name == fragment.name } else { false } }
    }

    /// The statement's text and its values for one database.
    public func rendered(for dialect: SQLDialect) -> (sql: String, bindings: [SQLBinding]) {
        var sql = ""
        var bindings: [SQLBinding] = []
        func bind(_ binding: SQLBinding) -> String {
            bindings.append(binding)
            return switch dialect {
            case .sqlite: "?"
            case .postgres: "$\(bindings.count)"
            }
        }
        for segment in segments {
            switch segment {
            case .text(let text): sql += text
            case .fragment(let fragment): sql += fragment.text(in: dialect)
            case .bind(let value): sql += bind(.value(value))
            case .table(let rows, let types):
                switch dialect {
                case .sqlite:
                    let rows = rows.map { "(" + $0.map { bind(.value($0)) }.joined(separator: ", ") + ")" }
                    sql += "VALUES " + rows.joined(separator: ", ")
                case .postgres:
                    let columns = types.indices.map { index in bind(.column(rows.map { $0[index] }, of: types[index])) }
                    sql += "SELECT * FROM unnest(" + columns.joined(separator: ", ") + ")"
                }
            }
        }
        return (sql, bindings)
    }

    public static func + (left: SQLQuery, right: SQLQuery) -> SQLQuery {
        var joined = left
        joined.segments += right.segments
        return joined
    }

    /// Collects text, values and fragments in order.
    public struct StringInterpolation: StringInterpolationProtocol {
        var segments: [Segment] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { segments.append(.text(literal)) }
        }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            segments.append(.bind(value.sqlValue))
        }

        /// Binds a value or NULL.
        public mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            segments.append(.bind(value.sqlValue))
        }

        /// Inserts what the databases spell differently.
        public mutating func appendInterpolation(_ fragment: SQLFragment) {
            segments.append(.fragment(fragment))
        }

        /// Inserts another statement's text and values.
        public mutating func appendInterpolation(_ query: SQLQuery) {
            segments += query.segments
        }

        /// Binds a parenthesized list for `IN`; an empty list matches nothing.
        public mutating func appendInterpolation(list values: some Collection<some SQLConvertible>) {
            if values.isEmpty {
                segments.append(.text("(NULL)"))
                return
            }
            append(row: values.map(\.sqlValue))
        }

        /// Binds the rows of a `VALUES` clause; there must be at least one.
        public mutating func appendInterpolation(rows: [[SQLValue]]) {
            precondition(!rows.isEmpty, "VALUES without rows is no statement: the caller returns early")
            for (index, row) in rows.enumerated() {
                if index > 0 { segments.append(.text(", ")) }
                append(row: row)
            }
        }

        /// Binds rows that stand where a `SELECT` may: `VALUES` on SQLite; on PostgreSQL columns (`unnest`), so that the statement is
        /// the same however many rows there are. There must be at least one row.
        /// - Parameter types: what each column holds.
        public mutating func appendInterpolation(table rows: [[SQLValue]], _ types: [SQLColumnType]) {
            precondition(!rows.isEmpty, "a table without rows is no statement: the caller returns early")
            precondition(rows.allSatisfy { $0.count == types.count }, "a row has a value for every column")
            segments.append(.table(rows, types))
        }

        private mutating func append(row: [SQLValue]) {
            for (index, value) in row.enumerated() {
                segments.append(.text(index == 0 ? "(" : ", "))
                segments.append(.bind(value))
            }
            segments.append(.text(")"))
        }
    }
}
