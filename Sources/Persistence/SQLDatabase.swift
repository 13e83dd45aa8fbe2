/// A database. The closure is the transaction: synchronous, committed when it returns, undone when it throws.
///
/// Nothing awaits while a transaction is open, and cancelling the calling task does not cut a transaction short.
public protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }

    /// A consistent view of the moment; writing is refused.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// One transaction; when it returns, what was written is durable.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Keeps everybody away who would change the schema, on every node, while `body` does.
    func alone<Value>(_ body: () async throws -> Value) async throws -> Value

    /// Returns when another process may have changed something, and after `pause` at the latest; a nudge may be missed, and
    /// come for nothing.
    func waitForChange(atMost pause: Duration) async

    /// Copies the whole database, as it is at one moment, into a new file or schema at `path`.
    func backUp(to path: String) async throws

    /// Runs the engine's own integrity check.
    /// - Returns: what is wrong, a sentence each; empty when all is well.
    func checkIntegrity() async throws -> [String]

    /// Lets go of all connections; later calls fail.
    func close() throws
}
