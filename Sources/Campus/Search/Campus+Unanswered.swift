public import Learning
import Store

extension Campus {
    /// So many steps, or answers, are told of.
    private static let mostPoints = 100

    /// What people searched for or asked in the last days and found no help with, like words together, by most people first.
    /// Names are not in it.
    public func unanswered(
        days: Int, page: Page<(people: Int, key: String)>, _ access: Access
    ) async throws -> [UnansweredWords] {
        let since = since(days)
        let missed = try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            return try MissedSearches(since: since, connection)
        }
        return try await offPool {
            let rest = AnswerGaps.grouped(missed.open()).drop { row in
                guard let last = page.after else { return false }
                return (last.people, row.key) <= (row.people, last.key)
            }
            return Array(rest.prefix(page.limit))
        }
    }

    /// Which steps sent five people and more searching in the last days, by most people first. Names are not in it.
    public func stuckPoints(days: Int, _ access: Access) async throws -> [StuckPoint] {
        let since = since(days)
        return try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            return try StuckPointStore.steps(since: since, limit: Self.mostPoints, connection)
        }
    }

    /// Which answers did not help most of five people and more who opened them in the last days. Names are not in it.
    public func misleadingAnswers(days: Int, _ access: Access) async throws -> [MisleadingAnswer] {
        let since = since(days)
        return try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            return try StuckPointStore.misleading(since: since, limit: Self.mostPoints, connection)
        }
    }

    private func since(_ days: Int) -> Instant { now().advanced(bySeconds: -Int64(days) * 86_400) }
}
