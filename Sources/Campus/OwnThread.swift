import Dispatch
import Synchronization

extension Campus {
    /// Runs what blocks (files, archives, slow hashes) on a thread of its own, away from the cooperative pool. Nothing of the
    /// value stays behind there: what cleans up when nobody holds it any more does so as soon as the caller lets it go.
    ///
    /// - Parameter queue: bounds how many run at once; Dispatch's own bound unless the caller brings a narrower one.
    func offPool<Value: Sendable>(
        on queue: DispatchQueue = .global(qos: .utility), _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let done = Done<Value>()
        await withCheckedContinuation { continuation in
            queue.async {
                done.set(Result(catching: body))
                continuation.resume()
            }
        }
        return try done.take().get()
    }
}

/// What a thread came to, until it is taken.
private final class Done<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ new: Result<Value, any Error>) {
        result.withLock { $0 = new }
    }

    /// - Precondition: it was set, and not taken yet.
    func take() -> Result<Value, any Error> {
        let taken = result.withLock { result in
            defer { result = nil }
            return result
        }
        guard let taken else { preconditionFailure("A result is set once before it is taken once.") }
        return taken
    }
}
