import Learning
import Persistence
public import Store

/// What ``Campus/recompute(progress:)`` came to.
public struct RecomputeResult: Hashable, Sendable {
    /// How many enrollments were looked at.
    public var enrollments: Int
    /// How many rows of each kind were not as the events say, and are now.
    public var differences: RecomputeStore.Differences
}

extension Campus {
    /// Makes progress, attempts and counters anew from the events, a transaction for some enrollments at a time, so that a
    /// server may go on beside it.
    /// - Parameter progress: called with how many enrollments were looked at so far.
    public func recompute(progress: (_ done: Int) -> Void = { _ in }) async throws -> RecomputeResult {
        var result = RecomputeResult(enrollments: 0, differences: RecomputeStore.Differences())
        var last: Identifier<Enrollment>?
        while true {
            let (ids, differences) = try await write(.operator) { [outlines, last] connection, _ in
                let ids = try RecomputeStore.enrollments(after: last, limit: 100, connection)
                let differences = try RecomputeStore.rebuild(
                    ids, outline: { try outlines.outline($0, connection) }, connection)
                return (ids, differences)
            }
            guard let end = ids.last else { break }
            last = end
            result.enrollments += ids.count
            result.differences += differences
            progress(result.enrollments)
        }
        try await write(.operator) { connection, _ in try CompletionCounterStore.rebuild(connection) }
        return result
    }
}
