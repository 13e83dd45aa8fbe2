public import Learning
public import Persistence

/// What the four conditions of an initiative show in, counted where it is recorded: in the enrollments of its people in its
/// courses, also those that they were under way in before. What was complete by then is none of it.
public enum BoardStore {
    /// Rows of `enrollment` and `person`, of people who are here.
    static func enrollments(_ initiative: Initiative) -> SQLQuery {
        """
        initiative_person
        JOIN person ON person.id = initiative_person.person_id AND person.left_at IS NULL
        JOIN enrollment ON enrollment.person_id = person.id AND enrollment.ended_at IS NULL
            AND (enrollment.completed_at IS NULL OR enrollment.completed_at >= \(initiative.countsSince))
            AND enrollment.course_id IN (SELECT course_id FROM initiative_course WHERE initiative_id = \(initiative.id))
        """
    }

    /// How many people who are here are in it, and how many of them are not below `manager`.
    public static func people(
        of id: Identifier<Initiative>, notBelow manager: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> (all: Int, outside: Int) {
        try connection.tuples(
            """
            SELECT COUNT(*), COUNT(CASE WHEN person.id IN \(TeamStore.below(manager)) THEN NULL ELSE 1 END)
            FROM initiative_person JOIN person ON person.id = initiative_person.person_id
            WHERE initiative_person.initiative_id = \(id) AND person.left_at IS NULL
            """, Int.self, Int.self)[0]
    }

    /// What its sponsor did.
    public static func sponsor(
        of initiative: Initiative, name: String, _ connection: any SQLConnection
    ) throws -> BoardFacts.Sponsor {
        var sponsor = BoardFacts.Sponsor(name: name)
        let id = initiative.fields.sponsorID
        sponsor.takesPart = try InitiativePeopleStore.contains(id, in: initiative.id, connection)
        let pledges = try connection.tuples(
            """
            SELECT event.verb, COUNT(*), MAX(event.occurred_at)
            FROM enrollment JOIN event ON event.enrollment_id = enrollment.id
            WHERE enrollment.person_id = \(id) AND enrollment.course_id IN \(list: initiative.fields.courses)
              AND event.verb IN ('pledged', 'kept') AND event.occurred_at >= \(initiative.countsSince)
            GROUP BY event.verb
            """, Verb.self, Int.self, Instant.self)
        for (verb, count, at) in pledges {
            if verb == .pledged { sponsor.pledged = count } else { sponsor.kept = count }
            sponsor.lastAt = max(sponsor.lastAt ?? at, at)
        }
        let (support, supportedAt) = try connection.tuples(
            """
            SELECT COUNT(*), MAX(event.recorded_at)
            FROM \(enrollments(initiative)) JOIN event ON event.enrollment_id = enrollment.id
            WHERE initiative_person.initiative_id = \(initiative.id)
              AND event.verb IN ('held', 'confirmed', 'returned') AND event.actor_id = \(id)
              AND event.occurred_at >= \(initiative.countsSince)
            """, Int.self, Instant?.self)[0]
        sponsor.support = support
        if let at = supportedAt { sponsor.lastAt = max(sponsor.lastAt ?? at, at) }
        let (stories, toldAt) = try connection.tuples(
            """
            SELECT COUNT(*), MAX(created_at) FROM story
            WHERE initiative_id = \(initiative.id) AND state = 'approved' AND author_id = \(id)
            """, Int.self, Instant?.self)[0]
        sponsor.stories = stories
        if let at = toldAt { sponsor.lastAt = max(sponsor.lastAt ?? at, at) }
        return sponsor
    }

    /// How many stories were approved.
    public static func stories(of id: Identifier<Initiative>, _ connection: any SQLConnection) throws -> Int {
        try connection.value(
            "SELECT COUNT(*) FROM story WHERE initiative_id = \(id) AND state = 'approved'") ?? 0
    }

    /// Whether anybody of an initiative is below a manager.
    public static func touches(
        _ manager: Identifier<Person>, _ id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.value(
            """
            SELECT 1 FROM initiative_person
            WHERE initiative_id = \(id) AND person_id IN \(TeamStore.below(manager)) LIMIT 1
            """, of: Int.self) != nil
    }
}
