/// What was asked for, and is there when it is needed: several questions go to a server together, and are waited for once.
///
///     let people = SQLReply([String: Int](), connection)
///     try connection.ask("SELECT name, size FROM …") { row in people.rows[try row.next()] = try row.next() }
///     …
///     try people.get()
public final class SQLReply<Rows> {
    /// What has come of it.
    public var rows: Rows
    private let connection: any SQLConnection

    /// - Parameter none: what it is without rows.
    public init(_ none: Rows, _ connection: any SQLConnection) {
        rows = none
        self.connection = connection
    }

    /// Waits for it, and for all else that was asked.
    public func get() throws -> Rows {
        try connection.hear()
        return rows
    }
}
