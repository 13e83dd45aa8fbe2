import Synchronization

/// What was made of something before, so that it is not made again: what is asked for stays, the rest goes.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var young: [Key: Value] = [:]
        /// What was young before; what is asked for again becomes young again, the rest goes with the next turn.
        var old: [Key: Value] = [:]
    }

    private let limit: Int
    private let make: @Sendable (Key) -> Value
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: how many are kept for certain; up to twice as many are held.
    ///   - make: must come to the same for the same key.
    init(limit: Int, _ make: @escaping @Sendable (Key) -> Value) {
        self.limit = limit
        self.make = make
    }

    subscript(key: Key) -> Value {
        if let known = state.withLock({ $0.young[key] }) { return known }
        let value = state.withLock({ $0.old[key] }) ?? make(key)
        state.withLock { state in
            if state.young.count >= limit {
                state.old = state.young
                state.young = [:]
            }
            state.young[key] = value
        }
        return value
    }
}
