public import Learning
public import Persistence

/// An event as its row holds it: its data is still text, which most readers do not need to take apart.
public struct StoredEvent: Hashable, Sendable, RowDecodable {
    public var id: String
    public var enrollment: Identifier<Enrollment>
    public var activity: String
    public var occurrence: Int
    public var attempt: Identifier<Attempt>?
    public var version: Identifier<CourseVersion>
    public var verb: Verb
    /// JSON with sorted keys.
    public var json: String
    public var actor: Identifier<Person>
    public var occurredAt: Instant
    public var recordedAt: Instant
    public var via: EventRecord.Via

    public init(row: inout SQLRow) throws {
        id = try row.next()
        enrollment = try row.next()
        activity = try row.next()
        occurrence = try row.next()
        attempt = try row.next()
        version = try row.next()
        verb = try row.next()
        json = try row.next()
        actor = try row.next()
        occurredAt = try row.next()
        recordedAt = try row.next()
        via = try row.next()
    }

    /// The same with its data taken apart.
    public func record() throws(StoreError) -> EventRecord {
        EventRecord(
            id: id, enrollment: enrollment, activity: activity, occurrence: occurrence, attempt: attempt,
            version: version, verb: verb, data: json == "{}" ? EventData() : try Definition.decode(json), actor: actor,
            occurredAt: occurredAt, recordedAt: recordedAt, via: via)
    }
}
