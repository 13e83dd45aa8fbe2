import Persistence

/// Many rows in few statements of few shapes: the lengths are powers of two, so that a connection's cache of prepared
/// statements holds some and not hundreds.
enum Slices {
    /// Most rows of one statement.
    static let longest = 64

    /// Most rows of one table of values where a statement's shape does not depend on how many there are.
    private static let longestTable = 2_000

    /// Calls `body` with all of `rows`, a slice at a time, each for one table of values (`\(table:)`): PostgreSQL takes all in one
    /// statement.
    static func forEachTable<Row>(
        _ rows: [Row], _ connection: any SQLConnection, _ body: (ArraySlice<Row>) throws -> Void
    ) rethrows {
        guard connection.tablesHaveOneShape else { return try forEach(rows, body) }
        var rest = rows[...]
        while !rest.isEmpty {
            try body(rest.prefix(longestTable))
            rest = rest.dropFirst(longestTable)
        }
    }

    /// The same for what is only looked up: a slice may be filled up with what it holds already.
    static func forEachTable<Key>(
        of keys: [Key], _ connection: any SQLConnection, _ body: (ArraySlice<Key>) throws -> Void
    ) rethrows {
        guard connection.tablesHaveOneShape else { return try forEachList(keys) { try body($0[...]) } }
        try forEachTable(keys, connection, body)
    }

    /// Calls `body` with all of `rows`, a slice at a time.
    static func forEach<Row>(_ rows: [Row], _ body: (ArraySlice<Row>) throws -> Void) rethrows {
        var rest = rows[...]
        while !rest.isEmpty {
            let length = min(longest, 1 << (Int.bitWidth - 1 - rest.count.leadingZeroBitCount))
            try body(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
    }

    /// Calls `body` with all of `values`, a list for `IN` at a time; the last is filled up with what it holds already.
    static func forEachList<Value>(_ values: [Value], _ body: ([Value]) throws -> Void) rethrows {
        var rest = values[...]
        while let first = rest.first {
            var list = Array(rest.prefix(longest))
            while list.count & (list.count - 1) != 0 { list.append(first) }
            try body(list)
            rest = rest.dropFirst(longest)
        }
    }
}

extension SQLQuery {
    /// Pieces with a comma between them.
    static func commaSeparated(_ pieces: some Sequence<SQLQuery>) -> SQLQuery {
        var joined = SQLQuery.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        for (index, piece) in pieces.enumerated() {
            if index > 0 { joined.appendLiteral(", ") }
            joined.appendInterpolation(piece)
        }
        return SQLQuery(stringInterpolation: joined)
    }
}
