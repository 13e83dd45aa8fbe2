import Learning
import Logging
import Synchronization

/// Searches that wait for their row, so that no search waits for a disk.
///
/// What waits here is lost when the process is killed: a search that nobody said anything about yet. An outcome or a
/// question that names a search has it written first.
final class SearchLog: Sendable {
    /// When the store does not take rows, so many wait; further ones are let go, and searching goes on.
    private static let bound = 10_000

    private struct State {
        var waiting: [Search] = []
        var letGo = 0
    }

    private let state = Mutex(State())
    private let turn = Turn()

    func add(_ search: Search) {
        state.withLock { state in
            if state.waiting.count < Self.bound { state.waiting.append(search) } else { state.letGo += 1 }
        }
    }

    /// Has everything written that was added before the call.
    /// - Parameter write: takes at most `limit` searches a call; when it throws, they wait on.
    func flush(
        limit: Int = 500, logger: Logger, _ write: @escaping @Sendable ([Search]) async throws -> Void
    ) async throws {
        try await turn.take { [self] in
            while true {
                let (batch, letGo) = state.withLock { state in
                    defer { state.letGo = 0 }
                    return (Array(state.waiting.prefix(limit)), state.letGo)
                }
                if letGo > 0 { logger.warning("searches were not logged", metadata: ["count": "\(letGo)"]) }
                guard !batch.isEmpty else { return }
                try await write(batch)
                state.withLock { $0.waiting.removeFirst(batch.count) }
            }
        }
    }
}
