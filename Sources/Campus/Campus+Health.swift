import Learning
import Logging
import Persistence
import Store

extension Campus {
    /// Brings the database to this program's schema, and gives a new one its secrets.
    /// - Parameter beforeChange: makes the backup, before an existing schema is changed.
    /// - Returns: the numbers of the migrations that were applied.
    @discardableResult
    public func migrate(beforeChange: (_ from: Int) async throws -> Void = { _ in }) async throws -> [Int] {
        let applied = try await Migrator(Migrations.all).migrate(
            database, now: now().milliseconds, beforeChange: beforeChange)
        try await write(.operator) { connection, _ in try AttendanceCode.prepare(connection) }
        return applied
    }

    /// Whether the database answers.
    public func isReady() async -> Bool {
        do {
            return try await database.read { try PersonStore.count($0) } >= 0
        } catch {
            logger.warning("the database does not answer", metadata: ["error": "\(error)"])
            return false
        }
    }
}
