/// The columns of one fetched row, read from left to right.
public struct SQLRow {
    private let columns: Int
    private let column: (Int) -> SQLValue
    private var index = 0

    /// For adapters: `column` is called with 0-based positions, while the row is current.
    public init(columns: Int, column: @escaping (Int) -> SQLValue) {
        self.columns = columns
        self.column = column
    }

    /// The next column's value.
    ///
    /// - Throws: ``StoreError`` of kind `mismatch` where the column holds another type or there is none left.
    public mutating func next<Value: SQLConvertible>(_ type: Value.Type = Value.self) throws(StoreError) -> Value {
        guard index < columns else { throw StoreError(.mismatch, "the row has only \(columns) columns") }
        defer { index += 1 }
        return try Value(sqlValue: column(index))
    }
}

/// A value that is read from a row, in column order.
public protocol RowDecodable {
    init(row: inout SQLRow) throws
}
