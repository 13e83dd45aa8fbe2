public import Learning
public import Persistence

/// The secret addresses of people's calendars, by the hash of the secret; one for each person.
public enum CalendarFeedStore {
    /// When a person's address was made; nil without one.
    public static func createdAt(
        of person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Instant? {
        try connection.value("SELECT created_at FROM calendar_feed WHERE person_id = \(person)")
    }

    /// Whose address this is, as long as they are here.
    public static func person(hash: String, _ connection: any SQLConnection) throws -> Identifier<Person>? {
        try connection.value(
            """
            SELECT calendar_feed.person_id
            FROM calendar_feed JOIN person ON person.id = calendar_feed.person_id
            WHERE calendar_feed.hash = \(hash) AND person.left_at IS NULL
            """)
    }

    /// What moves the days and times of a person's plans beside what they do, by enrollment.
    public static func dates(
        of person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>: PlanDates] {
        var dates: [Identifier<Enrollment>: PlanDates] = [:]
        let rows = try connection.tuples(
            """
            SELECT enrollment.id, initiative.meets_at, COALESCE(initiative.revision, 0), enrollment.taken_over_at,
                   enrollment.start_moved_at, initiative.meets_moved_at,
                   (SELECT MAX(version_move.moved_at) FROM version_move WHERE version_move.enrollment_id = enrollment.id)
            FROM enrollment LEFT JOIN initiative ON initiative.id = enrollment.initiative_id
            WHERE enrollment.person_id = \(person) AND enrollment.ended_at IS NULL
            """, Identifier<Enrollment>.self, ClockTime?.self, Int.self, Instant?.self, Instant?.self, Instant?.self,
            Instant?.self)
        for (id, meetsAt, revision, takenOverAt, startMovedAt, meetsMovedAt, versionMovedAt) in rows {
            let moves = [takenOverAt, startMovedAt, meetsMovedAt, versionMovedAt].compactMap { $0 }
            dates[id] = PlanDates(meetsAt: meetsAt, movedAt: moves.max(), revision: revision)
        }
        return dates
    }

    /// Gives a person an address; the one before is dead from now on.
    public static func put(
        hash: String, of person: Identifier<Person>, now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO calendar_feed (person_id, hash, created_at) VALUES (\(person), \(hash), \(now))
            ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at
            """)
    }

    /// Ends every address.
    public static func removeAll(_ connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM calendar_feed")
    }

    /// Ends a person's address.
    /// - Returns: false when there was none.
    @discardableResult
    public static func remove(of person: Identifier<Person>, _ connection: any SQLConnection) throws -> Bool {
        try connection.execute("DELETE FROM calendar_feed WHERE person_id = \(person)") == 1
    }
}
