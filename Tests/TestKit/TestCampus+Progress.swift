import Campus
import Foundation
import Learning
import Persistence
import ServiceLifecycle
import Store

extension TestCampus {
    /// Enrolls one person in a course as the operator; their enrollment's id.
    @discardableResult
    public func enroll(
        _ person: Person, in course: Identifier<Course>, startsOn: CivilDate? = nil
    ) async throws -> Identifier<Enrollment> {
        let request = EnrollmentRequest(.people([person.id]), course: course, startsOn: startsOn)
        let result = try await campus.enroll(request, .operator)[0]
        guard case .created = result.outcome, let enrollment = result.enrollment else {
            throw Refusal(.conflict, "not-enrolled", "\(result.outcome)")
        }
        return enrollment
    }

    /// Runs the recorder of events beside `body`, as a server does.
    public func recording<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let recorder = EventRecorder(campus)
            group.addTask { try await recorder.run() }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    /// Every row of the tables that events add up to, as text, by table; what `recompute` must come to as well.
    public func progressTables() async throws -> [String: [String]] {
        let columns = [
            "enrollment": "id, required, done, completed_at, last_event_at",
            "progress": "enrollment_id, activity, occurrence, status, completed_at, success, score, facts",
            "module_progress": "enrollment_id, module_key, required, done, completed_at, is_started",
            "attempt": "id, enrollment_id, activity, occurrence, number, submitted_at, score, success",
            "completion_counter": "course_id, module_key, manager_id, enrolled, started, completed, required, done",
        ]
        return try await campus.database.read { connection in
            var tables: [String: [String]] = [:]
            for (table, names) in columns {
                let count = names.split(separator: ",").count
                var rows: [String] = []
                try connection.forEach(SQLQuery(stringLiteral: "SELECT \(names) FROM \(table)")) { row in
                    rows.append(try (0..<count).map { _ in "\(try row.next(SQLValue.self))" }.joined(separator: "|"))
                }
                tables[table] = rows.sorted()
            }
            return tables
        }
    }
}

extension EventDraft {
    /// An event with an id of its own.
    public static func made(
        _ verb: Verb, _ activity: String, in enrollment: Identifier<Enrollment>, occurrence: Int = 1,
        id: String = UUIDv7.make(), data: EventData = EventData(), at occurredAt: Instant = TestClock.start
    ) -> EventDraft {
        EventDraft(
            id: id, enrollment: enrollment, activity: activity, occurrence: occurrence, verb: verb, data: data,
            occurredAt: occurredAt)
    }
}
