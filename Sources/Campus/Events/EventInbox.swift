import Learning
import Synchronization

/// Where requests with events wait for the next transaction: a queue with an end, filled by many and drained by one.
final class EventInbox: Sendable {
    typealias Answer = Result<[EventResult], any Error>

    /// A request that waits, and who waits for its answer.
    struct Entry: Sendable {
        let request: EventRequest
        let continuation: CheckedContinuation<Answer, Never>
    }

    /// Whether a request was taken in.
    enum Reception: Hashable {
        case taken
        /// Nobody drains the queue: the caller records for itself.
        case notServed
        case full
        case closed
    }

    private struct State {
        var entries: [Entry] = []
        var events = 0
        var isServed = false
        var isClosed = false
        var drainer: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    /// How many events may wait.
    private let capacity: Int

    init(capacity: Int = 20_000) {
        self.capacity = capacity
    }

    /// Whether requests go through the queue at all.
    var isServed: Bool { state.withLock { $0.isServed } }

    /// How many events wait.
    var waiting: Int { state.withLock { $0.events } }

    /// Puts a request at the end and wakes the drainer.
    func put(_ entry: Entry) -> Reception {
        let (reception, drainer) = state.withLock { state -> (Reception, CheckedContinuation<Void, Never>?) in
            guard state.isServed else { return (.notServed, nil) }
            guard !state.isClosed else { return (.closed, nil) }
            let count = max(1, entry.request.events.count)
            guard state.events + count <= capacity else { return (.full, nil) }
            state.entries.append(entry)
            state.events += count
            defer { state.drainer = nil }
            return (.taken, state.drainer)
        }
        drainer?.resume()
        return reception
    }

    /// From now on requests are drained.
    func open() {
        state.withLock { state in
            state.isServed = true
            state.isClosed = false
        }
    }

    /// From now on nothing is taken in; what waits is still drained.
    func close() {
        let drainer = state.withLock { state in
            state.isClosed = true
            defer { state.drainer = nil }
            return state.drainer
        }
        drainer?.resume()
    }

    /// What waits, oldest first, at most so many events (or one request); nil once it is closed and empty.
    func next(atMost limit: Int) async -> [Entry]? {
        while true {
            if let entries = take(atMost: limit) { return entries.isEmpty ? nil : entries }
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isReady = state.withLock { state in
                    if !state.entries.isEmpty || state.isClosed { return true }
                    state.drainer = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    /// Nil while there is nothing yet; empty when there will be nothing more.
    private func take(atMost limit: Int) -> [Entry]? {
        state.withLock { state in
            if state.entries.isEmpty { return state.isClosed ? [] : nil }
            var events = 0
            var count = 0
            for entry in state.entries {
                let more = max(1, entry.request.events.count)
                if count > 0, events + more > limit { break }
                events += more
                count += 1
            }
            let taken = Array(state.entries.prefix(count))
            state.entries.removeFirst(count)
            state.events -= events
            return taken
        }
    }
}
