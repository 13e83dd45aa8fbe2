import Dispatch
import Synchronization

/// Hands values from one thread to another, a few ahead. Both block: never on the cooperative pool.
final class Handover<Value: Sendable>: Sendable {
    private struct State {
        var values: [Value] = []
        var end: Result<Void, any Error>?
    }

    private let state = Mutex(State())
    private let free: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)

    init(ahead: Int) { free = DispatchSemaphore(value: ahead) }

    /// Waits for a place.
    /// - Throws: what the other side ended with.
    func give(_ value: Value) throws {
        free.wait()
        try state.withLock { state in
            try state.end?.get()
            state.values.append(value)
        }
        filled.signal()
    }

    /// Nothing more comes; the other side takes what is there, or hears the error.
    func end(_ result: Result<Void, any Error>) {
        state.withLock { $0.end = $0.end ?? result }
        filled.signal()
        free.signal()
    }

    /// Waits for the next; nil at the end.
    func take() throws -> Value? {
        filled.wait()
        let next: Value? = try state.withLock { state in
            if case .failure(let error) = state.end { throw error }
            return state.values.isEmpty ? nil : state.values.removeFirst()
        }
        free.signal()
        return next
    }
}
