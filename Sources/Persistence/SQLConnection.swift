/// What a transaction can do. It lives only inside the closure of `read` or `write`.
public protocol SQLConnection {
    var dialect: SQLDialect { get }

    /// Runs a statement that returns nothing.
    /// - Returns: how many rows it inserted, changed or removed.
    @discardableResult
    func execute(_ query: SQLQuery) throws -> Int

    /// Runs a statement and calls `body` with each row.
    func forEach(_ query: SQLQuery, _ body: (inout SQLRow) throws -> Void) throws

    /// Runs a statement without waiting for what comes of it: a server may be told the next ones before it answers. What it
    /// refuses is thrown by a later call, or at the latest by the end of the transaction.
    func send(_ query: SQLQuery) throws

    /// Asks for rows without waiting for them: `body` is called with each, in the order of the questions, by ``hear()`` at the
    /// latest. It says nothing on this connection itself.
    func ask(_ query: SQLQuery, _ body: @escaping (inout SQLRow) throws -> Void) throws

    /// Returns when all rows that were asked for have come.
    func hear() throws

    /// Runs several statements without values, separated by semicolons.
    func script(_ script: SQLQuery) throws

    /// Runs `body` so that what it wrote is undone, and nothing else, when it throws.
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value
}

/// Without a server there is nobody to wait for.
extension SQLConnection {
    public func send(_ query: SQLQuery) throws { try execute(query) }

    public func ask(_ query: SQLQuery, _ body: @escaping (inout SQLRow) throws -> Void) throws {
        try forEach(query, body)
    }

    public func hear() throws {}
}

extension SQLConnection {
    /// Whether a table of values (`\(table:)`) is the same statement however many rows it has, so that it may have many.
    public var tablesHaveOneShape: Bool { dialect == .postgres }

    /// All rows as values of a type of ours.
    public func rows<Value: RowDecodable>(_ query: SQLQuery, as type: Value.Type = Value.self) throws -> [Value] {
        var values: [Value] = []
        try forEach(query) { row in values.append(try Value(row: &row)) }
        return values
    }

    /// The first row as a value of a type of ours; nil without rows.
    public func first<Value: RowDecodable>(_ query: SQLQuery, as type: Value.Type = Value.self) throws -> Value? {
        try rows(query, as: type).first
    }

    /// All rows as tuples: `try connection.tuples("SELECT id, name FROM …", String.self, String.self)`.
    public func tuples<each Column: SQLConvertible>(
        _ query: SQLQuery, _ types: repeat (each Column).Type
    ) throws -> [(repeat each Column)] {
        var values: [(repeat each Column)] = []
        try forEach(query) { row in values.append((repeat try row.next((each Column).self))) }
        return values
    }

    /// The first column of every row.
    public func column<Value: SQLConvertible>(_ query: SQLQuery, of type: Value.Type = Value.self) throws -> [Value] {
        var values: [Value] = []
        try forEach(query) { row in values.append(try row.next(type)) }
        return values
    }

    /// The first column of the first row; nil without rows.
    public func value<Value: SQLConvertible>(_ query: SQLQuery, of type: Value.Type = Value.self) throws -> Value? {
        try column(query, of: type).first
    }
}
