import Learning
import Logging
import Persistence
public import ServiceLifecycle
import Store

/// Group commit: drains the inbox, all that arrived together in one transaction, and answers when it is durable. It runs as a
/// service and never as part of a request, whose cancellation would take its neighbors along.
public struct EventRecorder: Service {
    /// Most events of one transaction, so that whoever comes next does not wait long.
    static let batch = 2000

    private let campus: Campus

    /// - Parameter campus: whose events it records from when it runs until it is told to stop.
    public init(_ campus: Campus) {
        self.campus = campus
    }

    /// Runs until graceful shutdown or cancellation; what was taken in by then is still recorded and answered.
    public func run() async throws {
        let inbox = campus.inbox
        inbox.open()
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                while let entries = await inbox.next(atMost: Self.batch) {
                    let answers = await campus.recordTogether(entries.map(\.request))
                    for (entry, answer) in zip(entries, answers) { entry.continuation.resume(returning: answer) }
                    // Whoever was answered may have the next one ready: it goes with the others, not after a batch of one.
                    await Task.yield()
                }
            } onGracefulShutdown: {
                inbox.close()
            }
        } onCancel: {
            inbox.close()
        }
    }
}

extension Campus {
    /// Records requests in one transaction. Only what the database refuses is repeated, with a savepoint a request; when the
    /// engine ends the whole transaction nothing is acknowledged.
    func recordTogether(_ requests: [EventRequest]) async -> [EventInbox.Answer] {
        let answers = await recordInOne(requests)
        metrics.countBatch(answers, events: requests.reduce(0) { $0 + $1.events.count })
        return answers
    }

    private func recordInOne(_ requests: [EventRequest]) async -> [EventInbox.Answer] {
        do {
            return try await transaction { connection, now in
                try ProgressStore.takeTurn(connection)
                return try batch(requests, now).run(connection).map(Self.answer)
            }
        } catch let error as StoreError where error.isRefusal && requests.count > 1 {
            logger.notice("a batch was refused and is repeated one by one", metadata: ["error": "\(error)"])
            return await recordApart(requests)
        } catch {
            return requests.map { _ in .failure(error) }
        }
    }

    private func recordApart(_ requests: [EventRequest]) async -> [EventInbox.Answer] {
        do {
            return try await transaction { connection, now in
                try ProgressStore.takeTurn(connection)
                return try requests.map { request in
                    do {
                        return try connection.savepoint {
                            try batch([request], now).run(connection).map(Self.answer)[0]
                        }
                    } catch let error as StoreError where error.isRefusal {
                        return .failure(refusal(for: error))
                    }
                }
            }
        } catch {
            return requests.map { _ in .failure(error) }
        }
    }

    private func batch(_ requests: [EventRequest], _ now: Instant) -> EventBatch {
        EventBatch(requests: requests, now: now, outlines: outlines, makeID: makeID)
    }

    /// One transaction at the time at which it runs, which is not the one at which it was asked for. A refusal by the
    /// database comes through as it is; every other failure as what a caller is told.
    private func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection, Instant) throws -> Value
    ) async throws -> Value {
        do {
            return try await repeatingContention { [database, now] in
                try await database.write { try body($0, now()) }
            }
        } catch let error as StoreError where !error.isRefusal {
            throw refusal(for: error)
        }
    }

    private static func answer(_ result: Result<[EventResult], Refusal>) -> EventInbox.Answer {
        result.mapError { $0 }
    }
}

extension StoreError {
    /// Whether it is about the rows of one request rather than the engine as a whole.
    fileprivate var isRefusal: Bool {
        switch kind {
        case .duplicate, .reference, .check, .mismatch: true
        case .contention, .full, .unavailable, .corrupt, .newerSchema, .other: false
        }
    }
}
