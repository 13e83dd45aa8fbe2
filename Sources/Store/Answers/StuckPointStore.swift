public import Learning
public import Persistence

/// Which steps send people searching, and which answers did not help them: of five people and more.
public enum StuckPointStore {
    /// Steps at which people were at work when they searched, by most people first.
    public static func steps(
        since: Instant, limit: Int, _ connection: any SQLConnection
    ) throws -> [StuckPoint] {
        try connection.rows(
            """
            SELECT search.course_id, course.title, course_version.label, search.activity, step.title,
                   COUNT(DISTINCT search.person_id), COUNT(*),
                   COUNT(DISTINCT CASE WHEN search.outcome = 'helped' THEN search.person_id END)
            FROM search
            JOIN course ON course.id = search.course_id
            LEFT JOIN course_version ON course_version.id = search.version_id
            LEFT JOIN step ON step.version_id = search.version_id AND step.key = search.activity
            WHERE search.created_at >= \(since) AND search.activity IS NOT NULL
            GROUP BY search.course_id, course.title, search.version_id, course_version.label, search.activity, step.title
            HAVING COUNT(DISTINCT search.person_id) >= \(RuleOfFive.people)
            ORDER BY COUNT(DISTINCT search.person_id) DESC, search.course_id, search.version_id, search.activity
            LIMIT \(limit)
            """)
    }

    /// Published answers of which half of the people and more who said what came of them say that they did not help.
    public static func misleading(
        since: Instant, limit: Int, _ connection: any SQLConnection
    ) throws -> [MisleadingAnswer] {
        try connection.rows(
            """
            SELECT answer.id, answer.question, COUNT(DISTINCT search.person_id),
                   COUNT(DISTINCT CASE WHEN search.outcome = 'not-helped' THEN search.person_id END)
            FROM search
            JOIN answer ON answer.id = SUBSTR(search.helped_by, 5)
            WHERE search.created_at >= \(since) AND search.outcome IN ('helped', 'not-helped')
              AND answer.state = 'published'
            GROUP BY answer.id, answer.question
            HAVING COUNT(DISTINCT search.person_id) >= \(RuleOfFive.people)
               AND 2 * COUNT(DISTINCT CASE WHEN search.outcome = 'not-helped' THEN search.person_id END)
                   >= COUNT(DISTINCT search.person_id)
            ORDER BY COUNT(DISTINCT CASE WHEN search.outcome = 'not-helped' THEN search.person_id END) DESC, answer.id
            LIMIT \(limit)
            """)
    }
}

extension StuckPoint: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            courseID: try row.next(), courseTitle: try row.next(), version: try row.next(), activity: try row.next(),
            activityTitle: try row.next(), people: try row.next(), searches: try row.next(), helped: try row.next())
    }
}

extension MisleadingAnswer: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            answerID: try row.next(), question: try row.next(), people: try row.next(), notHelped: try row.next())
    }
}
