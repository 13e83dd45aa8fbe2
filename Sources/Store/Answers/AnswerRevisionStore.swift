import Foundation
public import Learning
public import Persistence

/// What answers were before they were changed, as rows.
public enum AnswerRevisionStore {
    /// Keeps what an answer is, in the transaction that changes it.
    static func keep(_ id: Identifier<Answer>, _ connection: any SQLConnection) throws {
        let also = list(try AnswerStore.phrasings(of: [id], connection)[id])
        let tags = list(try AnswerStore.tags(of: [id], connection)[id])
        try connection.execute(
            """
            INSERT INTO answer_revision (
                answer_id, revision, made_at, made_by, state, question, also, tags, text, language, owner_id, verify_by,
                course_id, activity
            )
            SELECT id, revision, updated_at, changed_by, state, question, CAST(\(also) AS TEXT), CAST(\(tags) AS TEXT),
                   text, language, owner_id, verify_by, course_id, activity
            FROM answer WHERE id = \(id)
            ON CONFLICT (answer_id, revision) DO NOTHING
            """)
    }

    /// What an answer was and is, newest first.
    /// - Parameter page: its key is the number of the last revision that the caller has.
    public static func list(
        of answer: Answer, page: Page<Int>, _ connection: any SQLConnection
    ) throws -> [AnswerRevision] {
        var revisions: [AnswerRevision] = []
        if page.after.map({ answer.revision < $0 }) ?? true { revisions.append(try current(answer, connection)) }
        let after: SQLQuery = page.after.map { "AND revision < \($0)" } ?? ""
        revisions += try connection.rows(
            """
            SELECT \(columns) FROM answer_revision WHERE answer_id = \(answer.id) AND revision < \(answer.revision) \(after)
            ORDER BY revision DESC LIMIT \(page.limit)
            """)
        return Array(revisions.prefix(page.limit))
    }

    /// One revision of an answer; nil when there is none of this number.
    public static func find(
        _ number: Int, of answer: Answer, _ connection: any SQLConnection
    ) throws -> AnswerRevision? {
        if number == answer.revision { return try current(answer, connection) }
        return try connection.first(
            "SELECT \(columns) FROM answer_revision WHERE answer_id = \(answer.id) AND revision = \(number)")
    }

    private static let columns: SQLQuery = """
        answer_id, revision, made_at, made_by, state, question, also, tags, text, language, owner_id, verify_by, course_id,
        activity
        """

    private static func current(_ answer: Answer, _ connection: any SQLConnection) throws -> AnswerRevision {
        AnswerRevision(
            answerID: answer.id, number: answer.revision, madeAt: answer.updatedAt,
            madeBy: try connection.value(
                "SELECT changed_by FROM answer WHERE id = \(answer.id) AND changed_by IS NOT NULL",
                of: Identifier<Person>.self), state: answer.state, fields: answer.fields)
    }

    private static func list(_ texts: [String]?) -> String {
        String(decoding: (try? JSONEncoder().encode(texts ?? [])) ?? Data("[]".utf8), as: UTF8.self)
    }

    fileprivate static func texts(_ list: String) throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(list.utf8))
    }
}

extension AnswerRevision: RowDecodable {
    public init(row: inout SQLRow) throws {
        let (id, number, at) = (
            try row.next(Identifier<Answer>.self), try row.next(Int.self), try row.next(Instant.self)
        )
        let by: Identifier<Person>? = try row.next()
        let state: Answer.State = try row.next()
        let question: String = try row.next()
        let also = try AnswerRevisionStore.texts(try row.next())
        let tags = try AnswerRevisionStore.texts(try row.next())
        let text: String = try row.next()
        let language: String = try row.next()
        self.init(
            answerID: id, number: number, madeAt: at, madeBy: by, state: state,
            fields: AnswerFields(
                question: question, also: also, text: text, tags: tags, ownerID: try row.next(),
                verifyBy: try row.next(), language: language, courseID: try row.next(), activity: try row.next()))
    }
}
