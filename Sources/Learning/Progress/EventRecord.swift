/// One fact about somebody's work, append-only.
public struct EventRecord: Hashable, Sendable {
    /// How it came in.
    public enum Via: String, Sendable, Codable, CaseIterable {
        case page, api, content
        case `import`
        /// Written by the server itself: a quiz's score.
        case server
    }

    /// Made by the client, so that a repeat is known; lower-case UUID text.
    public var id: String
    public var enrollment: Identifier<Enrollment>
    /// The activity's lasting key in the enrollment's course.
    public var activity: String
    /// 1-based.
    public var occurrence: Int
    public var attempt: Identifier<Attempt>?
    /// The version that the enrollment was pinned to when it was recorded.
    public var version: Identifier<CourseVersion>
    public var verb: Verb
    public var data: EventData
    /// Who says so; may differ from the learner: coach, witness, host.
    public var actor: Identifier<Person>
    public var occurredAt: Instant
    public var recordedAt: Instant
    public var via: Via

    public init(
        id: String, enrollment: Identifier<Enrollment>, activity: String, occurrence: Int = 1,
        attempt: Identifier<Attempt>? = nil, version: Identifier<CourseVersion>, verb: Verb,
        data: EventData = EventData(), actor: Identifier<Person>, occurredAt: Instant, recordedAt: Instant, via: Via
    ) {
        self.id = id
        self.enrollment = enrollment
        self.activity = activity
        self.occurrence = occurrence
        self.attempt = attempt
        self.version = version
        self.verb = verb
        self.data = data
        self.actor = actor
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.via = via
    }
}
