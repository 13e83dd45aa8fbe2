public import Learning
import Store

extension Campus {
    /// What people searched for in the last days and did not find, by most people first. Names are not in it.
    public func unanswered(
        days: Int, page: Page<(people: Int, key: String)>, _ access: Access
    ) async throws -> [UnansweredWords] {
        let since = now().advanced(bySeconds: -Int64(days) * 86_400)
        return try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            return try SearchStore.unanswered(since: since, page: page, connection)
        }
    }
}
