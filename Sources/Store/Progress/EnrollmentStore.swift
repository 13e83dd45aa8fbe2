public import Learning
public import Persistence

/// Enrollments as rows.
public enum EnrollmentStore {
    static let columns: SQLQuery = """
        enrollment.id, enrollment.person_id, enrollment.course_id, enrollment.version_id, enrollment.starts_on,
        enrollment.time_zone, enrollment.created_by, enrollment.created_at, enrollment.ended_at, enrollment.required,
        enrollment.done, enrollment.completed_at, enrollment.last_event_at, enrollment.revision,
        enrollment.initiative_id
        """

    /// A condition: the enrollment is the caller's own, of somebody below them, in a course of theirs, or anybody's for an
    /// admin.
    public static func isSeen(by caller: Caller) -> SQLQuery {
        let people = TeamStore.isSeen(by: caller, "enrollment.person_id")
        guard caller.isTrainer, !caller.isAdmin else { return people }
        return """
            (\(people) OR enrollment.course_id IN (SELECT own.id FROM course AS own WHERE own.owner_id = \(caller.id)))
            """
    }

    /// One enrollment, if the caller may see it.
    public static func find(
        _ id: Identifier<Enrollment>, seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> Enrollment? {
        try connection.first(
            "SELECT \(columns) FROM enrollment WHERE enrollment.id = \(id) AND \(isSeen(by: caller))")
    }

    /// The enrollment of this person in this course that is neither complete nor ended.
    public static func running(
        people: [Identifier<Person>], in course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: Identifier<Enrollment>] {
        var running: [Identifier<Person>: Identifier<Enrollment>] = [:]
        try Slices.forEachList(people) { list in
            try connection.forEach(
                """
                SELECT person_id, id FROM enrollment
                WHERE person_id IN \(list: list) AND course_id = \(course) AND ended_at IS NULL
                  AND completed_at IS NULL
                """
            ) { row in
                running[try row.next()] = try row.next(Identifier<Enrollment>.self)
            }
        }
        return running
    }

    /// Adds enrollments by one version, with their modules, and counts them.
    public static func insert(
        _ enrollments: [(enrollment: Enrollment, manager: Identifier<Person>?)], _ outline: CourseOutline,
        _ connection: any SQLConnection
    ) throws {
        var deltas = CompletionDeltas()
        var modules: [(key: ModuleProgressStore.Key, totals: Totals)] = []
        for (enrollment, manager) in enrollments {
            deltas.enroll(
                course: enrollment.courseID, module: "", manager: manager, required: enrollment.totals.required)
            for module in outline.modules {
                deltas.enroll(
                    course: enrollment.courseID, module: module.key, manager: manager, required: module.required)
                modules.append(
                    (.init(enrollment: enrollment.id, module: module.key), Totals(required: module.required)))
            }
        }
        try Slices.forEach(enrollments.map(\.enrollment)) { slice in
            let rows = slice.map { enrollment -> [SQLValue] in
                [
                    enrollment.id.sqlValue, enrollment.personID.sqlValue, enrollment.courseID.sqlValue,
                    enrollment.versionID.sqlValue, enrollment.startsOn.sqlValue, .text(enrollment.timeZone),
                    enrollment.createdBy.sqlValue, enrollment.createdAt.sqlValue, .null,
                    enrollment.totals.required.sqlValue, .integer(0), .null, .null, .integer(1),
                    enrollment.initiativeID.sqlValue,
                ]
            }
            try connection.execute(
                """
                INSERT INTO enrollment (
                    id, person_id, course_id, version_id, starts_on, time_zone, created_by, created_at, ended_at,
                    required, done, completed_at, last_event_at, revision, initiative_id
                ) VALUES \(rows: rows)
                """)
        }
        try ModuleProgressStore.upsert(modules, connection)
        try CompletionCounterStore.add(deltas, connection)
        try AuditStore.append(enrollments.map { AuditEntry(enrolling: $0.enrollment) }, connection)
    }

    /// Writes how far enrollments are.
    static func update(
        _ enrollments: [(id: Identifier<Enrollment>, totals: Totals, lastEventAt: Instant?)],
        _ connection: any SQLConnection
    ) throws {
        try Slices.forEachTable(enrollments, connection) { slice in
            let rows = slice.map { row -> [SQLValue] in
                [
                    row.id.sqlValue, row.totals.required.sqlValue, row.totals.done.sqlValue,
                    row.totals.completedAt.sqlValue, row.lastEventAt.sqlValue,
                ]
            }
            try connection.send(
                """
                WITH changed (id, required, done, completed_at, last_event_at) AS (
                    \(table: rows, [.text, .integer, .integer, .integer, .integer])
                )
                UPDATE enrollment SET
                    required = changed.required, done = changed.done, completed_at = changed.completed_at,
                    last_event_at = changed.last_event_at, revision = revision + 1
                FROM changed WHERE enrollment.id = changed.id
                """)
        }
    }
}

extension Enrollment: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), personID: try row.next(), courseID: try row.next(), versionID: try row.next(),
            startsOn: try row.next(), timeZone: try row.next(), createdBy: try row.next(),
            createdAt: try row.next(), endedAt: try row.next(),
            totals: Totals(required: try row.next(), done: try row.next(), completedAt: try row.next()),
            lastEventAt: try row.next(), revision: try row.next(), initiativeID: try row.next())
        totals.isStarted = lastEventAt != nil
    }
}

extension AuditEntry {
    fileprivate init(enrolling enrollment: Enrollment) {
        self.init(
            at: enrollment.createdAt, actor: enrollment.createdBy.map { .person($0) } ?? .operator, .enrolled,
            subject: "\(enrollment.id)", person: enrollment.personID,
            changes: [
                AuditChange("course_id", after: "\(enrollment.courseID)"),
                AuditChange("version_id", after: "\(enrollment.versionID)"),
                AuditChange("starts_on", after: "\(enrollment.startsOn)"),
            ])
    }
}
