public import Learning
public import Persistence

/// Events as rows: written once, never changed.
public enum EventStore {
    static let columns: SQLQuery = """
        event.id, event.enrollment_id, event.activity, event.occurrence, event.attempt_id, event.version_id, event.verb,
        event.data, event.actor_id, event.occurred_at, event.recorded_at, event.via
        """

    private static let types: [SQLColumnType] = [
        .text, .text, .text, .integer, .text, .text, .text, .text, .text, .integer, .integer, .text,
    ]

    /// Adds events whose ids are not taken.
    public static func insert(_ events: [EventRecord], _ connection: any SQLConnection) throws {
        try Slices.forEachTable(events, connection) { slice in
            let rows = slice.map { event -> [SQLValue] in
                [
                    .text(event.id), event.enrollment.sqlValue, .text(event.activity), event.occurrence.sqlValue,
                    event.attempt.sqlValue, event.version.sqlValue, .text(event.verb.rawValue), .text(event.data.json),
                    event.actor.sqlValue, event.occurredAt.sqlValue, event.recordedAt.sqlValue,
                    .text(event.via.rawValue),
                ]
            }
            try connection.send(
                """
                INSERT INTO event (
                    id, enrollment_id, activity, occurrence, attempt_id, version_id, verb, data, actor_id, occurred_at,
                    recorded_at, via
                ) \(table: rows, types)
                """)
        }
    }

    /// The events that have one of these ids.
    public static func find(
        ids: [String], _ connection: any SQLConnection
    ) throws -> SQLReply<[String: StoredEvent]> {
        let events = SQLReply([String: StoredEvent](), connection)
        try Slices.forEachList(ids) { list in
            try connection.ask("SELECT \(columns) FROM event WHERE event.id IN \(list: list)") { row in
                let event = try StoredEvent(row: &row)
                events.rows[event.id] = event
            }
        }
        return events
    }

    /// An enrollment's events in the order in which they were recorded.
    /// - Parameter activity: only this activity's, where given.
    public static func list(
        of enrollment: Identifier<Enrollment>, activity: String? = nil, page: Page<EventPlace>,
        _ connection: any SQLConnection
    ) throws -> [StoredEvent] {
        var query: SQLQuery = "SELECT \(columns) FROM event WHERE event.enrollment_id = \(enrollment)"
        if let activity { query = query + " AND event.activity = \(activity)" }
        if let after = page.after {
            query = query + " AND (event.recorded_at, event.id) > (\(after.recordedAt), \(after.id))"
        }
        return try connection.rows(query + " ORDER BY event.recorded_at, event.id LIMIT \(page.limit)")
    }

    /// All events of some enrollments, each enrollment's in the order in which they were recorded.
    static func all(
        of enrollments: [Identifier<Enrollment>], _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>: [StoredEvent]] {
        var events: [Identifier<Enrollment>: [StoredEvent]] = [:]
        try Slices.forEachList(enrollments) { list in
            let found: [StoredEvent] = try connection.rows(
                """
                SELECT \(columns) FROM event WHERE event.enrollment_id IN \(list: list)
                ORDER BY event.enrollment_id, event.recorded_at, event.id
                """)
            for event in found { events[event.enrollment, default: []].append(event) }
        }
        return events
    }
}
