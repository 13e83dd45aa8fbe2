import Learning
import Persistence
import Store

/// Who sends the requests of a batch, asked for all of them at once.
struct BatchCallers {
    private let byToken: SQLReply<[String: Caller]>
    private let byName: SQLReply<[Identifier<Person>: Caller]>

    init(_ requests: [EventRequest], now: Instant, _ connection: any SQLConnection) throws {
        let hashes = Set(
            requests.compactMap { request in
                if case .bearer(let hash) = request.access { hash } else { nil }
            })
        let people = Set(
            requests.compactMap { request in
                if case .person(let person) = request.access { person } else { nil }
            })
        byToken = try TokenStore.callers(hashes: hashes.sorted(), now: now, connection)
        byName = try TokenStore.callers(people: people.sorted(), connection)
    }

    /// Who sends one of them, or why nobody does.
    func sender(of request: EventRequest) throws -> Result<Caller, Refusal> {
        switch request.access {
        case .bearer(let hash):
            guard let caller = try byToken.get()[hash] else { return .failure(.tokenDead) }
            return caller.scope == .all ? .success(caller) : .failure(.readOnlyToken)
        case .anonymous: return .failure(.signInFirst)
        case .operator:
            return .failure(
                .forbidden("The operator is nobody in particular: say for whom the events are recorded."))
        case .person(let person):
            return try byName.get()[person].map { .success($0) } ?? .failure(.missing("person"))
        }
    }
}
