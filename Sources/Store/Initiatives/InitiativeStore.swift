public import Learning
public import Persistence

/// Initiatives as rows.
public enum InitiativeStore {
    static let columns: SQLQuery = """
        initiative.id, initiative.title, initiative.why, initiative.sponsor_id, initiative.owner_id,
        initiative.starts_on, initiative.time_zone, initiative.meets_at, initiative.created_by, initiative.created_at,
        initiative.revision
        """

    /// A condition: learners see the initiatives that they are in; whoever trains, manages or leads sees all.
    static func isSeen(by caller: Caller) -> SQLQuery {
        if caller.isTrainer || caller.isManager || caller.isLeader { return "1 = 1" }
        return """
            (initiative.sponsor_id = \(caller.id) OR initiative.owner_id = \(caller.id) OR initiative.id IN
                (SELECT own.initiative_id FROM initiative_person AS own WHERE own.person_id = \(caller.id)))
            """
    }

    /// One initiative, if the caller may see it.
    public static func find(
        _ id: Identifier<Initiative>, seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> Initiative? {
        try withCourses(
            connection.rows(
                "SELECT \(columns) FROM initiative WHERE initiative.id = \(id) AND \(isSeen(by: caller))"), connection
        ).first
    }

    /// The same, and nobody else changes it until the transaction ends.
    public static func hold(
        _ id: Identifier<Initiative>, seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> Initiative? {
        try withCourses(
            connection.rows(
                """
                SELECT \(columns) FROM initiative WHERE initiative.id = \(id) AND \(isSeen(by: caller)) \(.forUpdate)
                """), connection
        ).first
    }

    /// The initiatives that the caller may see, newest first.
    /// - Parameters:
    ///   - onlyOwn: only those that the caller is in.
    ///   - sponsor: only those whose sponsor this is.
    public static func list(
        seenBy caller: Caller, onlyOwn: Bool, sponsor: Identifier<Person>?, page: Page<Identifier<Initiative>>,
        _ connection: any SQLConnection
    ) throws -> [Initiative] {
        var query: SQLQuery = "SELECT \(columns) FROM initiative WHERE \(isSeen(by: caller))"
        if onlyOwn {
            query =
                query + """
                     AND initiative.id IN
                    (SELECT mine.initiative_id FROM initiative_person AS mine WHERE mine.person_id = \(caller.id))
                    """
        }
        if let sponsor { query = query + " AND initiative.sponsor_id = \(sponsor)" }
        if let last = page.after { query = query + " AND initiative.id < \(last)" }
        return try withCourses(
            connection.rows(query + " ORDER BY initiative.id DESC LIMIT \(page.limit)"), connection)
    }

    /// Adds an initiative with its courses.
    public static func insert(_ initiative: Initiative, _ connection: any SQLConnection) throws {
        let fields = initiative.fields
        try connection.execute(
            """
            INSERT INTO initiative (
                id, title, why, sponsor_id, owner_id, starts_on, time_zone, meets_at, created_by, created_at, revision
            ) VALUES (
                \(initiative.id), \(fields.title), \(fields.why), \(fields.sponsorID), \(fields.ownerID),
                \(fields.startsOn), \(fields.timeZone), \(fields.meetsAt), \(initiative.createdBy),
                \(initiative.createdAt), \(initiative.revision)
            )
            """)
        try write(fields.courses, of: initiative.id, connection)
    }

    /// Writes a held initiative, one revision further, with its courses.
    /// - Parameter meetsMovedAt: now, where it meets at another time than before; else nil.
    public static func update(
        _ initiative: Initiative, meetsMovedAt: Instant?, _ connection: any SQLConnection
    ) throws {
        let fields = initiative.fields
        try connection.execute(
            """
            UPDATE initiative
            SET title = \(fields.title), why = \(fields.why), sponsor_id = \(fields.sponsorID),
                owner_id = \(fields.ownerID), starts_on = \(fields.startsOn), time_zone = \(fields.timeZone),
                meets_at = \(fields.meetsAt),
                meets_moved_at = COALESCE(CAST(\(meetsMovedAt) AS \(.integer)), meets_moved_at),
                revision = \(initiative.revision)
            WHERE id = \(initiative.id)
            """)
        try connection.execute("DELETE FROM initiative_course WHERE initiative_id = \(initiative.id)")
        try write(fields.courses, of: initiative.id, connection)
    }

    /// Moves the first day of those whom an initiative that has not begun enrolled itself. Whoever was under way when they came
    /// in stays on their own days, also where these are the same.
    public static func moveStart(
        from before: InitiativeFields, to initiative: Initiative, now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE enrollment
            SET starts_on = \(initiative.fields.startsOn), time_zone = \(initiative.fields.timeZone),
                start_moved_at = \(now), revision = revision + 1
            WHERE initiative_id = \(initiative.id) AND taken_over_at IS NULL AND starts_on = \(before.startsOn)
              AND time_zone = \(before.timeZone)
            """)
    }

    private static func write(
        _ courses: [Identifier<Course>], of id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws {
        guard !courses.isEmpty else { return }
        try connection.execute(
            """
            INSERT INTO initiative_course (initiative_id, position, course_id)
            VALUES \(rows: courses.enumerated().map { [id.sqlValue, $0.sqlValue, $1.sqlValue] })
            """)
    }

    private static func withCourses(
        _ initiatives: [Initiative], _ connection: any SQLConnection
    ) throws -> [Initiative] {
        guard !initiatives.isEmpty else { return [] }
        var courses: [Identifier<Initiative>: [Identifier<Course>]] = [:]
        let rows = try connection.tuples(
            """
            SELECT initiative_id, course_id FROM initiative_course
            WHERE initiative_id IN \(list: initiatives.map(\.id)) ORDER BY initiative_id, position
            """, Identifier<Initiative>.self, Identifier<Course>.self)
        for (id, course) in rows { courses[id, default: []].append(course) }
        return initiatives.map { initiative in
            var initiative = initiative
            initiative.fields.courses = courses[initiative.id] ?? []
            return initiative
        }
    }
}

extension Initiative: RowDecodable {
    /// Without its courses, which have rows of their own.
    public init(row: inout SQLRow) throws {
        let id: Identifier<Initiative> = try row.next()
        let fields = InitiativeFields(
            title: try row.next(), why: try row.next(), sponsorID: try row.next(), ownerID: try row.next(),
            courses: [], startsOn: try row.next(), timeZone: try row.next(), meetsAt: try row.next())
        self.init(
            id: id, fields: fields, createdBy: try row.next(), createdAt: try row.next(), revision: try row.next())
    }
}
