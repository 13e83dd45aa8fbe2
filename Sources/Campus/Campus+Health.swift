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
        try await write(.operator) { connection, _ in
            try AttendanceCode.prepare(connection)
            try VoiceFill.run(connection)
        }
        return applied
    }

    /// Whether the database lacks something of this program's schema, or of what ``migrate(beforeChange:)`` puts in it. Writes
    /// nothing.
    /// - Throws: `StoreError` of kind `newerSchema` when it is ahead of this program.
    public func needsMigration() async throws -> Bool {
        if try await Migrator(Migrations.all).isBehind(database) { return true }
        return try await database.read { try VoiceFill.isDue($0) }
    }

    /// Whether there is nothing of this program in the database, not even a schema. Writes nothing.
    public func isNew() async throws -> Bool {
        try await Migrator(Migrations.all).version(of: database) == 0
    }

    /// Whether requests can be served: the database commits what is written. It is tried at most every
    /// ``Readiness/lasts`` milliseconds, however often this is asked.
    public func isReady() async -> Bool {
        let now = now()
        if let known = readiness.known(at: now) { return known }
        do {
            try await database.write { try SettingStore.set("ready-at", value: "\(now.milliseconds)", $0) }
            readiness.isNow(true)
            return true
        } catch {
            logger.warning("the database does not take anything in", metadata: ["error": "\(error)"])
            readiness.isNow(false)
            return false
        }
    }
}
