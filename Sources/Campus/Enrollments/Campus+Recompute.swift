import Learning
import Persistence
public import Store

/// What ``Campus/recompute(progress:)`` came to.
public struct RecomputeResult: Hashable, Sendable {
    /// How many enrollments were looked at.
    public var enrollments: Int
    /// How many rows of each kind were not as the events say.
    public var differences: RecomputeStore.Differences
}

extension Campus {
    /// How many enrollments one transaction looks at: enough to be quick, and few enough to be held in memory with all of
    /// their events.
    private static let recomputeBatch = 100

    /// Makes progress, attempts and counters anew from the events, a transaction for some enrollments at a time, so that a
    /// server may go on beside it.
    /// - Parameter progress: called with how many enrollments were looked at so far.
    public func recompute(progress: (_ done: Int) -> Void = { _ in }) async throws -> RecomputeResult {
        var result = try await throughEnrollments(progress: progress) { [outlines] after in
            try await write(.operator) { connection, _ in
                let ids = try RecomputeStore.enrollments(after: after, limit: Self.recomputeBatch, connection)
                return (
                    ids,
                    try RecomputeStore.rebuild(ids, outline: { try outlines.outline($0, connection) }, connection)
                )
            }
        }
        result.differences.counters = try await write(.operator) { connection, _ in
            try CompletionCounterStore.rebuild(connection)
        }
        return result
    }

    /// What ``recompute(progress:)`` would mend. Writes nothing.
    func compareProgress() async throws -> RecomputeResult {
        var result = try await throughEnrollments { [outlines] after in
            try await read(.operator) { connection, _ in
                let ids = try RecomputeStore.enrollments(after: after, limit: Self.recomputeBatch, connection)
                return (
                    ids,
                    try RecomputeStore.differences(ids, outline: { try outlines.outline($0, connection) }, connection)
                )
            }
        }
        result.differences.counters = try await read(.operator) { connection, _ in
            try CompletionCounterStore.differences(connection)
        }
        return result
    }

    /// Takes all enrollments, batch by batch in the order of their ids.
    /// - Parameter batch: looks at some enrollments after an id.
    private func throughEnrollments(
        progress: (_ done: Int) -> Void = { _ in },
        _ batch: (_ after: Identifier<Enrollment>?) async throws -> (
            [Identifier<Enrollment>], RecomputeStore.Differences
        )
    ) async throws -> RecomputeResult {
        var result = RecomputeResult(enrollments: 0, differences: RecomputeStore.Differences())
        var last: Identifier<Enrollment>?
        while true {
            let (ids, differences) = try await batch(last)
            guard let end = ids.last else { return result }
            last = end
            result.enrollments += ids.count
            result.differences += differences
            progress(result.enrollments)
        }
    }
}
