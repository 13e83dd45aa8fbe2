import Foundation
import Learning

/// An event as a client sends it.
enum EventBody {
    static func read(_ fields: Fields) -> EventDraft {
        EventDraft(
            id: id(fields), enrollment: fields.identifier("enrollment_id"),
            activity: fields.string("activity", 1...500),
            occurrence: fields.optionalInteger("occurrence", 1...1_000_000) ?? 1,
            verb: fields.choice("verb", standIn: .opened), data: data(fields.object("data")),
            occurredAt: fields.instant("occurred_at"))
    }

    private static func id(_ fields: Fields) -> String {
        let id = fields.string("id", 36...36)
        if !id.isEmpty, UUID(uuidString: id) == nil {
            fields.problem("id", "bad-id", "A UUID is expected, made by the client.")
        }
        return id.lowercased()
    }

    private static func data(_ fields: Fields?) -> EventData {
        guard let fields else { return EventData() }
        return EventData(
            score: fields.optionalNumber("score", 0...1), success: fields.optionalBool("success"),
            text: fields.optionalString("text", 0...Limits.note.value),
            commitment: fields.optionalString("commitment", 0...Limits.commitment.value),
            link: fields.optionalString("link", 0...Limits.link.value),
            code: fields.optionalString("code", 0...100), scores: fields.integers("scores", count: 100),
            words: fields.texts("words", count: 100), state: fields.optionalString("state", 0...Limits.state.value),
            location: fields.optionalString("location", 0...Limits.location.value),
            interactions: fields.optionalString("interactions", 0...Limits.interactions.value),
            nextOn: fields.optionalDate("next_on")?.description,
            seconds: fields.optionalInteger("seconds", 0...Limits.eventSeconds.value),
            source: fields.optionalIdentifier("source"))
    }

    private static let dataFields: KeyValuePairs<String, Schema> = [
        "score?": .number(0...1), "success?": .boolean, "text?": .string(0...Limits.note.value),
        "commitment?": .string(0...Limits.commitment.value), "link?": .string(0...Limits.link.value),
        "scores?": .map(.integer(Int.min...Int.max)),
        "words?": .map(.string), "state?": .string(0...Limits.state.value),
        "location?": .string(0...Limits.location.value),
        "interactions?": .string(0...Limits.interactions.value),
        "next_on?": Schema.date.described("The day of the next try: that of the event, or up to 366 days later."),
        "seconds?": .integer(0...Limits.eventSeconds.value),
        "source?": .id(Enrollment.idPrefix),
    ]

    /// As it was recorded.
    static let dataSchema = Schema.object(dataFields)

    static let schema = Schema.object([
        "id": Schema.uuid.described("Made by the client: a repeat is known by it."),
        "enrollment_id": .id(Enrollment.idPrefix), "activity": .string(1...500), "occurrence?": .integer(1...1_000_000),
        "verb": .words(Verb.self),
        "data?": Schema.object(dataFields).with(["code?": .string(0...100)]).described(
            "Which fields there may and must be depends on the verb."),
        "occurred_at": .time,
    ])
}

/// An event as the API shows it.
struct EventRow: Encodable {
    let id: String
    let enrollmentID: Identifier<Enrollment>
    let activity: String
    let occurrence: Int
    @Nullable var attemptID: Identifier<Attempt>?
    let versionID: Identifier<CourseVersion>
    let verb: Verb
    let data: EventData
    let actorID: Identifier<Person>
    let occurredAt: Timestamp
    let recordedAt: Timestamp
    let via: EventRecord.Via

    init(_ event: EventRecord) {
        id = event.id
        enrollmentID = event.enrollment
        activity = event.activity
        occurrence = event.occurrence
        attemptID = event.attempt
        versionID = event.version
        verb = event.verb
        data = event.data
        actorID = event.actor
        occurredAt = Timestamp(event.occurredAt)
        recordedAt = Timestamp(event.recordedAt)
        via = event.via
    }

    static let schema = Schema.object([
        "id": .string, "enrollment_id": .id(Enrollment.idPrefix), "activity": .string, "occurrence": .integer,
        "attempt_id": .id(Attempt.idPrefix).nullable, "version_id": .id(CourseVersion.idPrefix),
        "verb": .words(Verb.self), "data": EventBody.dataSchema,
        "actor_id": .id(Person.idPrefix).described("Who said so; a coach or witness is not the learner."),
        "occurred_at": .time, "recorded_at": .time, "via": .words(EventRecord.Via.self),
    ])
}
