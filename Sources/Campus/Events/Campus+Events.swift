public import Learning
import Persistence
import Store

extension Campus {
    /// Records events, all or each for itself refused, and returns when what was recorded is durable. Many calls share one
    /// transaction.
    /// - Parameter launch: the secret of the launch by which content says them; nil when somebody else does.
    /// - Throws: ``Refusal`` of kind `unauthenticated`, `forbidden`, `invalid` when there are too many, or `unavailable`.
    public func record(
        _ events: [EventDraft], via: EventRecord.Via = .api, launch: String? = nil, _ access: Access
    ) async throws -> [EventResult] {
        let request = EventRequest(
            access: access, events: events, via: launch == nil ? via : .content, launch: launch.map(Secret.hash))
        guard request.events.count <= Limits.eventBatch.value else {
            throw Refusal.invalid(
                "/events", "too-many", "At most \(Limits.eventBatch.value) events are allowed in one request.")
        }
        if !inbox.isServed { return try await recordTogether([request])[0].get() }
        let answer = await withCheckedContinuation { continuation in
            switch inbox.put(.init(request: request, continuation: continuation)) {
            case .taken: break
            case .notServed, .closed:
                continuation.resume(
                    returning: .failure(
                        Refusal(.unavailable, "shutting-down", "The server stops; send it again.", retryAfter: 2)))
            case .full:
                continuation.resume(
                    returning: .failure(
                        Refusal(
                            .unavailable, "queue-full", "More events wait than can be written; send them again later.",
                            retryAfter: 1)))
            }
        }
        return try answer.get()
    }

    /// The events of an enrollment, in the order in which they were recorded. What was answered in a pulse is the
    /// learner's alone to see.
    /// - Parameter activity: only this activity's, where given.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func events(
        of id: Identifier<Enrollment>, activity: String? = nil, page: Page<EventPlace>, _ access: Access
    ) async throws -> [EventRecord] {
        try await read(access) { connection, caller in
            guard let enrollment = try EnrollmentStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("enrollment")
            }
            return try EventStore.list(of: id, activity: activity, page: page, connection).map { stored in
                var event = try stored.record()
                if event.verb == .answered, enrollment.personID != caller.id { event.data = EventData() }
                return event
            }
        }
    }
}
