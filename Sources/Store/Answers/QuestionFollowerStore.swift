public import Learning
public import Persistence

/// Who waits for the answer to a colleague's question, as rows.
public enum QuestionFollowerStore {
    /// Adds somebody; twice is as often as once.
    public static func insert(
        _ person: Identifier<Person>, of question: Identifier<Question>, at now: Instant,
        _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO question_follower (question_id, person_id, created_at)
            VALUES (\(question), \(person), \(now)) ON CONFLICT DO NOTHING
            """)
    }

    /// Takes somebody out who may not be in.
    public static func delete(
        _ person: Identifier<Person>, of question: Identifier<Question>, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            "DELETE FROM question_follower WHERE question_id = \(question) AND person_id = \(person)")
    }

    /// Everybody who waits for the answer to a question.
    public static func list(
        of question: Identifier<Question>, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>] {
        try connection.column(
            "SELECT person_id FROM question_follower WHERE question_id = \(question) ORDER BY person_id",
            of: Identifier<Person>.self)
    }

    /// How many wait for the answers to some questions; those that nobody waits for are not in it.
    public static func counts(
        of questions: [Identifier<Question>], _ connection: any SQLConnection
    ) throws -> [Identifier<Question>: Int] {
        guard !questions.isEmpty else { return [:] }
        let rows = try connection.tuples(
            """
            SELECT question_id, COUNT(*) FROM question_follower
            WHERE question_id IN \(list: questions) GROUP BY question_id
            """, Identifier<Question>.self, Int.self)
        return Dictionary(rows) { first, _ in first }
    }

    /// Those of some questions whose answers somebody waits for.
    public static func followed(
        _ questions: [Identifier<Question>], by person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Set<Identifier<Question>> {
        guard !questions.isEmpty else { return [] }
        return Set(
            try connection.column(
                """
                SELECT question_id FROM question_follower
                WHERE person_id = \(person) AND question_id IN \(list: questions)
                """, of: Identifier<Question>.self))
    }
}
