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
        let callers = try callers(connection)
        let drafts = zip(requests, callers).flatMap { request, caller -> [(caller: Caller, draft: EventDraft)] in
            guard case .success(let caller) = caller else { return [] }
            return request.events.map { (caller, $0) }
        }
        let launches = try LaunchStore.find(
            hashes: Set(requests.compactMap(\.launch)).sorted(), now: now, connection)
        var judge = try EventJudge(drafts, now: now, outlines: outlines, connection)
        var results: [Result<[EventResult], Refusal>] = []
        for (request, caller) in zip(requests, callers) {
            results.append(
                try caller.map { caller in
                    try request.events.map { draft in
                        EventResult(
                            id: draft.id,
                            outcome: try judge.judge(
                                draft, from: caller, via: request.via,
                                launch: request.launch.map { .init(claim: launches[$0]) }, connection))
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

    private func callers(_ connection: any SQLConnection) throws -> [Result<Caller, Refusal>] {
        let hashes = Set(
            requests.compactMap { request in
                if case .bearer(let hash) = request.access { hash } else { nil }
            })
        let people = Set(
            requests.compactMap { request in
                if case .person(let person) = request.access { person } else { nil }
            })
        let known = try TokenStore.callers(hashes: hashes.sorted(), now: now, connection)
        let named = try TokenStore.callers(people: people.sorted(), connection)
        return requests.map { request in
            switch request.access {
            case .bearer(let hash):
                guard let caller = known[hash] else { return .failure(.tokenDead) }
                return caller.scope == .all ? .success(caller) : .failure(.readOnlyToken)
            case .anonymous: return .failure(.signInFirst)
            case .operator:
                return .failure(
                    .forbidden("The operator is nobody in particular: say for whom the events are recorded."))
            case .person(let person):
                return named[person].map { .success($0) } ?? .failure(.missing("person"))
            }
        }
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
