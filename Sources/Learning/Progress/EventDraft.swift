/// A fact as somebody reports it, before it is known whether it can be recorded.
public struct EventDraft: Hashable, Sendable {
    /// Made by the client, so that a repeat is known; lower-case UUID text.
    public var id: String
    public var enrollment: Identifier<Enrollment>
    /// The activity's lasting key in the enrollment's course.
    public var activity: String
    /// 1-based.
    public var occurrence: Int
    public var verb: Verb
    public var data: EventData
    public var occurredAt: Instant

    public init(
        id: String, enrollment: Identifier<Enrollment>, activity: String, occurrence: Int = 1, verb: Verb,
        data: EventData = EventData(), occurredAt: Instant
    ) {
        self.id = id
        self.enrollment = enrollment
        self.activity = activity
        self.occurrence = occurrence
        self.verb = verb
        self.data = data
        self.occurredAt = occurredAt
    }
}
