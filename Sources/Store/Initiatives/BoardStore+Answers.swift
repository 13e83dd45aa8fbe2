public import Learning
public import Persistence

extension BoardStore {
    /// What there is to find in these courses, and what was not found: told of in blocks of five people, see
    /// ``StuckVoiceStore``, those that the reader is one of left out.
    /// - Parameters:
    ///   - since: from when on blocks of searches are recent.
    ///   - reader: who reads; nil for the operator.
    public static func answers(
        in courses: [Identifier<Course>], since: Instant, now: Instant, reader: Identifier<Person>?,
        _ connection: any SQLConnection
    ) throws -> BoardFacts.Answers {
        var answers = BoardFacts.Answers()
        answers.published =
            try connection.value(
                "SELECT COUNT(*) FROM answer WHERE course_id IN \(list: courses) AND state = 'published'") ?? 0
        // What an answer leaves of a block may be of fewer people than the block.
        let waiting = try connection.tuples(
            """
            SELECT COUNT(*), MIN(question.created_at)
            FROM stuck_voice JOIN question ON question.id = stuck_voice.subject
            WHERE question.state = 'open' AND \(isTold("question", in: courses, to: reader))
            GROUP BY stuck_voice.course_id HAVING COUNT(DISTINCT stuck_voice.person_id) >= \(RuleOfFive.people)
            """, Int.self, Instant.self)
        answers.open = waiting.reduce(0) { $0 + $1.0 }
        let patience = Int64(BoardFacts.patience) * 86_400
        answers.isLate = waiting.contains { $0.1.advanced(bySeconds: patience) < now }
        answers.notFound =
            try connection.value(
                """
                SELECT CAST(COALESCE(SUM(told.searches), 0) AS \(.integer)) FROM (
                    SELECT COUNT(*) AS searches FROM stuck_voice WHERE \(isTold("search", in: courses, to: reader))
                    GROUP BY stuck_voice.course_id, stuck_voice.block HAVING MAX(stuck_voice.said_at) >= \(since)
                ) AS told
                """) ?? 0
        return answers
    }

    /// A condition: the voice is of a formed block of which the reader is none.
    private static func isTold(
        _ kind: String, in courses: [Identifier<Course>], to reader: Identifier<Person>?
    ) -> SQLQuery {
        """
        stuck_voice.kind = \(kind) AND stuck_voice.block > 0 AND stuck_voice.course_id IN \(list: courses)
            AND NOT EXISTS (
                SELECT 1 FROM stuck_voice AS own
                WHERE own.person_id = \(reader) AND own.course_id = stuck_voice.course_id AND own.kind = stuck_voice.kind
                  AND own.block = stuck_voice.block)
        """
    }
}
