import Learning
import Synchronization

/// Whether the database took something in when it was last tried.
final class Readiness: Sendable {
    /// Milliseconds for which a trial speaks.
    static let lasts: Int64 = 2000

    private struct State {
        var isReady: Bool?
        var triedAt = Instant(milliseconds: .min)
    }

    private let state = Mutex(State())

    /// What is known; nil for the one who is to try it now, while all others hear what was known before.
    func known(at now: Instant) -> Bool? {
        state.withLock { state in
            guard let isReady = state.isReady, now.milliseconds - state.triedAt.milliseconds < Self.lasts else {
                state.triedAt = now
                return nil
            }
            return isReady
        }
    }

    func isNow(_ isReady: Bool) { state.withLock { $0.isReady = isReady } }
}
