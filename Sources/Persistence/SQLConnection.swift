/// What a transaction can do. It lives only inside the closure of `read` or `write`.
public protocol SQLConnection {
    var dialect: SQLDialect { get }

    /// Runs a statement that returns nothing.
    /// - Returns: how many rows it inserted, changed or removed.
    @discardableResult
    func execute(_ query: SQLQuery) throws -> Int

    /// Runs a statement and calls `body` with each row.
    func forEach(_ query: SQLQuery, _ body: (inout SQLRow) throws -> Void) throws

    /// Runs several statements without values, separated by semicolons.
    func script(_ script: SQLQuery) throws

    /// Runs `body` so that what it wrote is undone, and nothing else, when it throws.
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value
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
