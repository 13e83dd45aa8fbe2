/// What a statement binds at one of its places.
public enum SQLBinding: Hashable, Sendable {
    case value(SQLValue)
    /// A column of a table of values, from its first row to its last; on PostgreSQL alone.
    case column([SQLValue], of: SQLColumnType)

    /// All values in it.
    public var values: [SQLValue] {
        switch self {
        case .value(let value): [value]
        case .column(let values, _): values
        }
    }
}

/// What a column of a table of values holds, beside NULL.
public enum SQLColumnType: Hashable, Sendable, CaseIterable {
    case text, integer, real, blob
}
