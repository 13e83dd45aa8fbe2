public import Learning
import Persistence
import Store

extension Campus {
    /// Notes what a search of the caller's came to. The last word counts. What helped several people who asked alike is found
    /// by their words from then on.
    ///
    /// - Parameter helpedBy: the answer that helped.
    /// - Throws: ``Refusal`` of kind `missing` for a search that is not the caller's.
    public func recordOutcome(
        _ outcome: Search.Outcome, of search: Identifier<Search>, helpedBy: Identifier<Answer>?, _ access: Access
    ) async throws {
        try await retrying { try await writeSearches() }
        let now = now()
        let ids = phrasingIdentifiers()
        try await write(access) { connection, caller in
            // Whoever found one that was taken over since was helped by what took it over.
            var answer = helpedBy
            if let helpedBy {
                let courses = try Self.visibleCourses(of: caller, connection)
                guard let found = try AnswerStore.find(helpedBy, connection),
                    found.fields.courseID.map({ courses?.contains($0) ?? true }) ?? true
                else {
                    throw Refusal.invalid(
                        "/answer_id", "unknown-answer", "There is no such answer, or it is not yours to see.")
                }
                answer = try AnswerMergeStore.standing(for: helpedBy, connection)
            }
            guard
                try SearchStore.setOutcome(
                    outcome, helpedBy: answer?.description, of: search, by: caller.id, connection),
                let said = try SearchStore.find(search, of: caller.id, connection)
            else { throw Refusal.missing("search") }
            try Self.learn(
                from: said, helpedBy: outcome == .helped ? answer : nil, ids: ids, now: now, connection)
        }
        await showChanges()
    }

    /// A caller's own searches, newest first.
    public func searches(page: Page<Identifier<Search>>, _ access: Access) async throws -> [Search] {
        try await retrying { try await writeSearches() }
        return try await read(access) { connection, caller in
            try SearchStore.list(of: caller.id, page: page, connection)
        }
    }

    /// Has the searches written that wait for their row.
    func writeSearches() async throws {
        try await searchLog.flush(logger: logger) { [database] searches in
            do {
                try await database.write { try SearchStore.insert(searches, $0) }
            } catch let error as StoreError where error.kind == .reference && searches.count > 1 {
                // What one of them names is gone: that one is lost, its neighbors are not.
                for search in searches { try? await database.write { try SearchStore.insert([search], $0) } }
            }
        }
    }
}
