public import Learning
public import Persistence

/// Feedback as rows.
public enum FeedbackStore {
    private static let columns: SQLQuery = """
        feedback.id, feedback.person_id, feedback.course_id, feedback.activity, feedback.rating, feedback.words,
        feedback.outcome, feedback.outcome_text, feedback.outcome_at, feedback.created_at, feedback.revision
        """

    private static let entry: SQLQuery = """
        SELECT \(columns), course.title,
               (SELECT step.title FROM course_version JOIN step ON step.version_id = course_version.id
                WHERE course_version.course_id = course.id AND step.key = feedback.activity
                ORDER BY course_version.id DESC LIMIT 1)
        FROM feedback
        JOIN course ON course.id = feedback.course_id
        """

    /// Adds feedback at the end of what was said about its course, and forms the blocks that it completes.
    /// - Parameter teams: the managers above the author, from the lowest whose team is no small group.
    public static func insert(
        _ feedback: Feedback, teams: [Identifier<Person>], _ connection: any SQLConnection
    ) throws {
        // Positions are given in the order of commits, whoever commits.
        try ChangeStore.takeTurn(connection)
        try connection.execute(
            """
            INSERT INTO feedback (
                id, person_id, course_id, position, teams, activity, rating, words, created_at, revision
            ) VALUES (
                \(feedback.id), \(feedback.personID), \(feedback.courseID),
                (SELECT COALESCE(MAX(said.position), 0) + 1 FROM feedback AS said
                 WHERE said.course_id = \(feedback.courseID)),
                \(try Definition.encode(teams)), \(feedback.activity), \(feedback.rating), \(feedback.words),
                \(feedback.createdAt), \(feedback.revision)
            )
            """)
        try VoiceStore.take(SpokenVoice.of(feedback, teams: teams), connection)
    }

    /// One item; nil when there is none with this id.
    public static func find(
        _ id: Identifier<Feedback>, _ connection: any SQLConnection
    ) throws -> FeedbackEntry? {
        try connection.first("\(entry) WHERE feedback.id = \(id)")
    }

    /// Feedback, newest first.
    /// - Parameter page: its key is the id of the last item that the caller has.
    public static func list(
        _ filter: FeedbackFilter, page: Page<Identifier<Feedback>>, _ connection: any SQLConnection
    ) throws -> [FeedbackEntry] {
        var query = "\(entry) WHERE 1 = 1" as SQLQuery
        if let course = filter.courseID { query = "\(query) AND feedback.course_id = \(course)" }
        if let activity = filter.activity { query = "\(query) AND feedback.activity = \(activity)" }
        if let author = filter.author { query = "\(query) AND feedback.person_id = \(author)" }
        if let last = page.after { query = "\(query) AND feedback.id < \(last)" }
        return try connection.rows("\(query) ORDER BY feedback.id DESC LIMIT \(page.limit)")
    }

    /// Writes what came of an item.
    /// - Returns: false when its revision is no longer the one before.
    public static func update(
        _ feedback: Feedback, by person: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE feedback
            SET outcome = \(feedback.outcome), outcome_text = \(feedback.outcomeText), outcome_by = \(person),
                outcome_at = \(feedback.outcomeAt), revision = \(feedback.revision)
            WHERE id = \(feedback.id) AND revision = \(feedback.revision - 1)
            """) == 1
    }

    /// The managers above a person now, from the lowest whose team has at least so many people.
    public static func teams(
        above person: Identifier<Person>, ofAtLeast people: Int, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>] {
        let above: [Identifier<Person>] = try connection.column(
            """
            WITH RECURSIVE above (id, height) AS (
                SELECT person.manager_id, 1 FROM person
                WHERE person.id = \(person) AND person.manager_id IS NOT NULL
                UNION
                SELECT person.manager_id, above.height + 1 FROM person JOIN above ON person.id = above.id
                WHERE person.manager_id IS NOT NULL AND above.height < 100
            )
            SELECT above.id FROM above ORDER BY above.height
            """)
        let first = try above.firstIndex { manager in
            let size = try connection.value(
                """
                SELECT COUNT(*) FROM person
                WHERE person.left_at IS NULL AND person.id IN \(TeamStore.below(manager))
                """, of: Int.self)
            return (size ?? 0) >= people
        }
        return first.map { Array(above[$0...]) } ?? []
    }
}

extension FeedbackEntry: RowDecodable {
    public init(row: inout SQLRow) throws {
        let feedback = try Feedback(
            id: row.next(), personID: row.next(), courseID: row.next(), activity: row.next(), rating: row.next(),
            words: row.next(), outcome: row.next(), outcomeText: row.next(), outcomeAt: row.next(),
            createdAt: row.next(), revision: row.next())
        self.init(feedback: feedback, courseTitle: try row.next(), activityTitle: try row.next())
    }
}
