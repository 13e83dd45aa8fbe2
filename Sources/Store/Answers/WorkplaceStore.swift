public import Learning
public import Persistence

/// Where people are at work.
public enum WorkplaceStore {
    /// The activity that a person last did something in, with its course; nil when they never did.
    public static func workplace(
        of person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> (course: Identifier<Course>, activity: String?)? {
        try connection.tuples(
            """
            SELECT enrollment.course_id,
                   (SELECT event.activity FROM event WHERE event.enrollment_id = enrollment.id
                    ORDER BY event.recorded_at DESC, event.id DESC LIMIT 1)
            FROM enrollment
            WHERE enrollment.person_id = \(person) AND enrollment.ended_at IS NULL
            ORDER BY enrollment.last_event_at DESC NULLS LAST, enrollment.id DESC LIMIT 1
            """, Identifier<Course>.self, String?.self
        ).first.map { ($0.0, $0.1) }
    }

    /// Whether any version of a course has an activity of this key.
    public static func hasActivity(
        _ activity: String, course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.value(
            """
            SELECT 1 FROM course_version JOIN step ON step.version_id = course_version.id
            WHERE course_version.course_id = \(course) AND course_version.state = 'published'
              AND step.key = \(activity)
            LIMIT 1
            """, of: Int.self) != nil
    }
}
