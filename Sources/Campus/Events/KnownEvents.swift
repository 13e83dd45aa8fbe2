import Learning
import Persistence
import Store

/// What is there of the enrollments and the ids that a batch names.
struct KnownEvents {
    let states: SQLReply<[Identifier<Enrollment>: EnrollmentState]>
    let stored: SQLReply<[String: StoredEvent]>

    /// Holds the enrollments, and looks for the ids after that, so that nobody else is about to record the same.
    init(_ drafts: [EventDraft], _ connection: any SQLConnection) throws {
        states = try EnrollmentStore.lock(Array(Set(drafts.map(\.enrollment))), connection)
        stored = try EventStore.find(ids: Array(Set(drafts.map(\.id))), connection)
    }
}
