public import Learning
public import Persistence

extension QuestionStore {
    /// Takes the open questions that were to be answered by now and that nobody was told of as overdue; each is taken once,
    /// whichever node asks.
    /// - Returns: at most `limit`, those due first first.
    public static func takeOverdue(
        at now: Instant, limit: Int, _ connection: any SQLConnection
    ) throws -> [(id: Identifier<Question>, text: String)] {
        try connection.tuples(
            """
            UPDATE question SET overdue_told_at = \(now)
            WHERE state = 'open' AND overdue_told_at IS NULL AND id IN (
                SELECT id FROM question
                WHERE state = 'open' AND due_at <= \(now) AND overdue_told_at IS NULL
                ORDER BY due_at, id LIMIT \(limit)
            )
            RETURNING id, text
            """, Identifier<Question>.self, String.self
        ).map { ($0.0, $0.1) }
    }

    /// Everybody who answers questions: trainers who are here, or admins where there is none.
    public static func trainers(_ connection: any SQLConnection) throws -> [Identifier<Person>] {
        func people(_ role: SQLQuery) throws -> [Identifier<Person>] {
            try connection.column("SELECT id FROM person WHERE left_at IS NULL AND \(role) = 1 ORDER BY id")
        }
        let trainers = try people("is_trainer")
        return trainers.isEmpty ? try people("is_admin") : trainers
    }

    /// The owner of a course, where they are here and may answer questions.
    public static func route(
        course: Identifier<Course>?, _ connection: any SQLConnection
    ) throws -> Identifier<Person>? {
        guard let course else { return nil }
        return try connection.value(
            """
            SELECT person.id FROM course JOIN person ON person.id = course.owner_id
            WHERE course.id = \(course) AND person.left_at IS NULL AND (person.is_trainer = 1 OR person.is_admin = 1)
            """, of: Identifier<Person>.self)
    }
}
