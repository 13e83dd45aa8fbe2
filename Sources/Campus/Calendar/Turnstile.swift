import Learning
import Synchronization

/// Lets so many through at once and then one every so often, for each key by itself. In memory: it guards the machine's time, and
/// no secret.
final class Turnstile: Sendable {
    private struct Passed {
        var count: Double
        var at: Instant
    }

    private let free: Double
    private let secondsEach: Double
    private let keys = Mutex<[String: Passed]>([:])
    /// More keys than this are forgotten together.
    private static let most = 10_000

    /// - Parameters:
    ///   - free: how many pass at once.
    ///   - secondsEach: after how many seconds another one may.
    init(free: Int, secondsEach: Int) {
        self.free = Double(free)
        self.secondsEach = Double(secondsEach)
    }

    /// - Throws: ``Refusal`` of kind `throttled` when too many came of this key.
    func pass(_ key: String, now: Instant) throws(Refusal) {
        let mayPass = keys.withLock { keys in
            if keys.count >= Self.most { keys.removeAll() }
            var passed = keys[key] ?? Passed(count: 0, at: now)
            let gone = Double(now.milliseconds - passed.at.milliseconds) / 1000
            passed.count = max(0, passed.count - max(0, gone) / secondsEach)
            passed.at = now
            let mayPass = passed.count < free
            if mayPass { passed.count += 1 }
            keys[key] = passed
            return mayPass
        }
        guard mayPass else {
            throw Refusal(
                .throttled, "too-often", "This comes too often: ask again in a while.",
                retryAfter: Int(secondsEach.rounded(.up)))
        }
    }
}
