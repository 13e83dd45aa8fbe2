import Learning
import Persistence
import Store

/// Requests that arrived together, on their way through one transaction: who sends them, what is known, what each event may,
/// and all that is recorded in a handful of statements.
struct EventBatch {
    let requests: [EventRequest]
    let now: Instant
    let outlines: OutlineCache
    let makeID: @Sendable () -> String

    /// Records what can be recorded.
    /// - Returns: for each request its results, or why none of it was looked at.
    func run(_ connection: any SQLConnection) throws -> [Result<[EventResult], Refusal>] {
        // What depends on the requests alone is asked at once, also for those that turn out to come from nobody.
        let callers = try BatchCallers(requests, now: now, connection)
        let launches = try LaunchStore.find(
            hashes: Set(requests.compactMap(\.launch)).sorted(), now: now, connection)
        let known = try KnownEvents(requests.flatMap(\.events), connection)
        let senders = try requests.map { try callers.sender(of: $0) }
        let drafts = zip(requests, senders).flatMap { request, sender -> [(caller: Caller, draft: EventDraft)] in
            guard case .success(let caller) = sender else { return [] }
            return request.events.map { (caller, $0) }
        }
        var judge = try EventJudge(drafts, known: known, now: now, outlines: outlines, connection)
        var results: [Result<[EventResult], Refusal>] = []
        for (request, sender) in zip(requests, senders) {
            results.append(
                try sender.map { caller in
                    try request.events.map { draft in
                        EventResult(
                            id: draft.id,
                            outcome: try judge.judge(
                                draft, from: caller, via: request.via,
                                launch: request.launch.map { .init(claim: try launches.get()[$0]) }, connection))
                    }
                })
        }
        try judge.attendance.save(connection)
        try ProgressStore.append(judge.recorded, to: judge.states, judge.outlines, connection)
        try WitnessNotices(
            events: judge.recorded, states: judge.states, outlines: judge.outlines, makeID: makeID
        ).send(connection)
        try AuditStore.append(judge.recorded.compactMap { judge.entry(for: $0) }, connection)
        return results
    }
}

extension Result {
    fileprivate func map<Mapped>(_ body: (Success) throws -> Mapped) rethrows -> Result<Mapped, Failure> {
        switch self {
        case .success(let value): .success(try body(value))
        case .failure(let failure): .failure(failure)
        }
    }
}
