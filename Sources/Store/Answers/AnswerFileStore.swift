public import Learning
public import Persistence

/// Answers as files have them, with the names of owners and courses.
public enum AnswerFileStore {
    /// Published answers in the order in which they came, at most `limit`.
    /// - Parameter last: the one before the first.
    public static func lines(
        after last: Identifier<Answer>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [(id: Identifier<Answer>, line: AnswerLine)] {
        let after: SQLQuery = last.map { "AND answer.id > \($0)" } ?? ""
        let answers = try AnswerStore.withWords(
            try connection.rows(
                """
                SELECT \(AnswerStore.columns) FROM answer WHERE answer.state = 'published' \(after)
                ORDER BY answer.id LIMIT \(limit)
                """), connection)
        let courses = try courses(Set(answers.compactMap(\.fields.courseID)), connection)
        let owners = try owners(Set(answers.compactMap(\.fields.ownerID)), connection)
        return answers.map { answer in
            (
                answer.id,
                AnswerLine(
                    answer, course: answer.fields.courseID.flatMap { courses[$0] },
                    owner: answer.fields.ownerID.flatMap { owners[$0] })
            )
        }
    }

    private static func courses(
        _ ids: Set<Identifier<Course>>, _ connection: any SQLConnection
    ) throws -> [Identifier<Course>: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.tuples(
            "SELECT id, key FROM course WHERE id IN \(list: ids.sorted())", Identifier<Course>.self, String.self)
        return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
    }

    /// By what a file names them: e-mail, personnel number, id. Who left owns nothing that somebody else can take in.
    private static func owners(
        _ ids: Set<Identifier<Person>>, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.tuples(
            """
            SELECT id, COALESCE(email, external_id, '') FROM person
            WHERE left_at IS NULL AND id IN \(list: ids.sorted())
            """, Identifier<Person>.self, String.self)
        return Dictionary(rows.map { ($0.0, $0.1.isEmpty ? $0.0.description : $0.1) }) { first, _ in first }
    }
}
