public import Learning
public import Persistence

extension BoardStore {
    /// Enrollments whose plans have the same days, and how many there are.
    public static func plans(
        of initiative: Initiative, _ connection: any SQLConnection
    ) throws -> [(version: Identifier<CourseVersion>, startsOn: CivilDate, zone: String, count: Int)] {
        try connection.tuples(
            """
            SELECT enrollment.version_id, enrollment.starts_on, enrollment.time_zone, COUNT(*)
            FROM \(enrollments(initiative)) WHERE initiative_person.initiative_id = \(initiative.id)
            GROUP BY enrollment.version_id, enrollment.starts_on, enrollment.time_zone
            ORDER BY enrollment.version_id, enrollment.starts_on, enrollment.time_zone
            """, Identifier<CourseVersion>.self, CivilDate.self, String.self, Int.self
        ).map { (version: $0.0, startsOn: $0.1, zone: $0.2, count: $0.3) }
    }

    /// How many coachings were held and practices got a witness's word since it counts, and how many practices wait for one now.
    public static func coaching(
        of initiative: Initiative, _ connection: any SQLConnection
    ) throws -> (held: Int, witnessed: Int, waiting: Int) {
        let given = try connection.tuples(
            """
            SELECT verb, COUNT(*) FROM (
                SELECT DISTINCT CASE WHEN event.verb = 'held' THEN 'held' ELSE 'confirmed' END AS verb,
                       event.enrollment_id AS enrollment_id, event.activity AS activity, event.occurrence AS occurrence
                FROM \(enrollments(initiative)) JOIN event ON event.enrollment_id = enrollment.id
                WHERE initiative_person.initiative_id = \(initiative.id)
                  AND event.verb IN ('held', 'confirmed', 'returned') AND event.occurred_at >= \(initiative.countsSince)
            ) AS given GROUP BY verb
            """, Verb.self, Int.self)
        let waiting = try connection.value(
            """
            SELECT COUNT(*) FROM \(enrollments(initiative)) JOIN progress ON progress.enrollment_id = enrollment.id
            WHERE initiative_person.initiative_id = \(initiative.id) AND progress.status = 'waiting'
            """, of: Int.self)
        func count(_ verb: Verb) -> Int { given.first { $0.0 == verb }?.1 ?? 0 }
        return (count(.held), count(.confirmed), waiting ?? 0)
    }

    /// How far everybody who is here is.
    public static func completion(
        of initiative: Initiative, _ connection: any SQLConnection
    ) throws -> (enrolled: Int, completed: Int, required: Int, done: Int) {
        try connection.tuples(
            """
            SELECT COUNT(*), COUNT(enrollment.completed_at),
                   CAST(COALESCE(SUM(enrollment.required), 0) AS \(.integer)),
                   CAST(COALESCE(SUM(enrollment.done), 0) AS \(.integer))
            FROM \(enrollments(initiative)) WHERE initiative_person.initiative_id = \(initiative.id)
            """, Int.self, Int.self, Int.self, Int.self
        ).map { (enrolled: $0.0, completed: $0.1, required: $0.2, done: $0.3) }[0]
    }

    /// What people who were under way already had done before it counts: how often each activity of which version.
    public static func doneBefore(
        _ initiative: Initiative, _ connection: any SQLConnection
    ) throws -> [(version: Identifier<CourseVersion>, activity: String, count: Int)] {
        let since = initiative.countsSince
        return try connection.tuples(
            """
            SELECT enrollment.version_id, progress.activity, COUNT(*)
            FROM \(enrollments(initiative)) JOIN progress ON progress.enrollment_id = enrollment.id
            WHERE initiative_person.initiative_id = \(initiative.id) AND enrollment.created_at < \(since)
              AND progress.status = 'done' AND progress.completed_at < \(since)
            GROUP BY enrollment.version_id, progress.activity
            ORDER BY enrollment.version_id, progress.activity
            """, Identifier<CourseVersion>.self, String.self, Int.self
        ).map { (version: $0.0, activity: $0.1, count: $0.2) }
    }
}
