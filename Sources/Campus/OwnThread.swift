import Dispatch

extension Campus {
    /// Runs what blocks (files, archives, slow hashes) on a thread of its own, away from the cooperative pool.
    ///
    /// - Parameter queue: bounds how many run at once; Dispatch's own bound unless the caller brings a narrower one.
    func offPool<Value: Sendable>(
        on queue: DispatchQueue = .global(qos: .utility), _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }
}
