public import Persistence
import Synchronization

/// A database whose program is killed right after a commit, as often as the test wants: from then on nothing is written,
/// until it is started again.
public final class CutOffDatabase: SQLDatabase {
    private let database: any SQLDatabase
    /// Commits until the end; nil for no end.
    private let left = Mutex<Int?>(nil)

    public init(_ database: any SQLDatabase) { self.database = database }

    /// Starts it again, to be killed after so many commits; nil to live on.
    public func start(killedAfter commits: Int?) { left.withLock { $0 = commits } }

    public var dialect: SQLDialect { database.dialect }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await database.read(body)
    }

    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        let dead = StoreError(.unavailable, "the program was killed")
        guard left.withLock({ $0 != 0 }) else { throw dead }
        let value = try await database.write(body)
        let isDead = left.withLock { left in
            guard let before = left else { return false }
            left = before - 1
            return before == 1
        }
        if isDead { throw dead }
        return value
    }

    public func alone<Value>(_ body: () async throws -> Value) async throws -> Value { try await database.alone(body) }
    public func waitForChange(atMost pause: Duration) async { await database.waitForChange(atMost: pause) }
    public func backUp(to path: String) async throws { try await database.backUp(to: path) }
    public func checkIntegrity() async throws -> [String] { try await database.checkIntegrity() }
    public func close() throws { try database.close() }
}
