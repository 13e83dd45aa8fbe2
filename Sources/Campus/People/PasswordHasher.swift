import Dispatch
import Learning
import Synchronization

/// Hashes passwords on two threads of its own, so that nobody else waits for it and no more than two run at once.
public final class PasswordHasher: Sendable {
    /// How dear a hash is.
    public enum Price: Sendable {
        /// What protects people.
        case standard
        /// For tests alone, which make many.
        case cheap
    }

    /// More than this in line is refused: they would wait longer than they stay.
    private let longestLine: Int
    private let cost: PasswordHash.Cost
    private let lines = [
        DispatchQueue(label: "cornerman.password.1", qos: .utility),
        DispatchQueue(label: "cornerman.password.2", qos: .utility),
    ]
    private let state = Mutex(State())

    private struct State {
        /// How many wait in each line, the one whose turn it is included.
        var waiting = [0, 0]
        var made = 0
    }

    /// - Parameter longestLine: how many may wait at once, the two whose turn it is included.
    public init(_ price: Price = .standard, longestLine: Int = 64) {
        self.longestLine = longestLine
        cost =
            switch price {
            case .standard: .standard
            case .cheap: PasswordHash.Cost(ln: 4, r: 1, p: 1)
            }
    }

    /// The password as it is kept.
    /// - Throws: ``Refusal`` of kind `unavailable` when too many wait already.
    public func hash(_ password: String) async throws -> String {
        let cost = cost
        return try await run { try PasswordHash(password, cost: cost).text }
    }

    /// Whether `password` is the one that is kept as `text`. Without one it takes as long and says no.
    /// - Throws: ``Refusal`` of kind `unavailable` when too many wait already.
    func matches(_ password: String, _ text: String?) async throws -> Bool {
        let cost = cost
        return try await run {
            guard let kept = text.flatMap(PasswordHash.init) else {
                _ = try PasswordHash(password, cost: cost)
                return false
            }
            return try kept.matches(password)
        }
    }

    /// How many hashes were made so far.
    var made: Int { state.withLock { $0.made } }

    /// Runs on the shorter of the two lines.
    private func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        let line = state.withLock { state -> Int? in
            let line = state.waiting[0] <= state.waiting[1] ? 0 : 1
            guard state.waiting[line] < longestLine / 2 else { return nil }
            state.waiting[line] += 1
            state.made += 1
            return line
        }
        guard let line else {
            throw Refusal(
                .unavailable, "sign-in-busy", "Too many people are signing in at this moment: try again.",
                retryAfter: 5)
        }
        defer { state.withLock { $0.waiting[line] -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            lines[line].async { continuation.resume(with: Result(catching: body)) }
        }
    }
}
