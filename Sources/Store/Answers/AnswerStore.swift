public import Learning
public import Persistence

/// Answers as rows.
public enum AnswerStore {
    static let columns: SQLQuery = """
        answer.id, answer.key, answer.question, answer.text, answer.owner_id, answer.verify_by, answer.language,
        answer.course_id, answer.activity, answer.state, answer.verified_at, answer.verified_by, answer.created_at,
        answer.updated_at, answer.revision, answer.question_id,
        answer.merged_into
        """

    /// One answer; nil when there is none with this id.
    public static func find(_ id: Identifier<Answer>, _ connection: any SQLConnection) throws -> Answer? {
        try find([id], connection).first
    }

    /// Those of the answers that exist, in no order.
    public static func find(_ ids: [Identifier<Answer>], _ connection: any SQLConnection) throws -> [Answer] {
        guard !ids.isEmpty else { return [] }
        return try withWords(
            try connection.rows("SELECT \(columns) FROM answer WHERE id IN \(list: ids)"), connection)
    }

    /// The answer that has an author's key, in a course or in none; nil when there is none.
    public static func find(
        key: String, course: Identifier<Course>?, _ connection: any SQLConnection
    ) throws -> Answer? {
        try withWords(
            try connection.rows(
                """
                SELECT \(columns) FROM answer
                WHERE key = \(key) AND course_id IS NOT DISTINCT FROM \(course) ORDER BY id LIMIT 1
                """), connection
        ).first
    }

    /// Adds an answer.
    /// - Parameter person: who did; nil for the operator.
    public static func insert(
        _ answer: Answer, by person: Identifier<Person>?, _ connection: any SQLConnection
    ) throws {
        let fields = answer.fields
        try connection.execute(
            """
            INSERT INTO answer (
                id, key, question, text, language, owner_id, verify_by, course_id, activity, state, verified_at,
                verified_by, created_by, changed_by, created_at, updated_at, revision, question_id
            ) VALUES (
                \(answer.id), \(answer.key), \(fields.question), \(fields.text), \(fields.language),
                \(fields.ownerID), \(fields.verifyBy), \(fields.courseID), \(fields.activity), \(answer.state),
                \(answer.verifiedAt), \(answer.verifiedBy), \(person), \(person), \(answer.createdAt), \(answer.updatedAt),
                \(answer.revision), \(answer.questionID)
            )
            """)
        try insertWords(answer, connection)
        try ChangeStore.append(.answer, subject: answer.id.text, connection)
    }

    /// Changes an answer that stood at the revision before this one's, and keeps what it was.
    /// - Parameter person: who changes it; nil for the operator.
    /// - Returns: false when it did not; nothing is changed then.
    public static func update(
        _ answer: Answer, by person: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> Bool {
        let fields = answer.fields
        try AnswerRevisionStore.keep(answer.id, connection)
        let changed = try connection.execute(
            """
            UPDATE answer
            SET question = \(fields.question), text = \(fields.text), language = \(fields.language),
                owner_id = \(fields.ownerID), verify_by = \(fields.verifyBy), course_id = \(fields.courseID),
                activity = \(fields.activity), state = \(answer.state),
                question_id = \(answer.questionID), merged_into = \(answer.mergedInto), verified_at = \(answer.verifiedAt),
                verified_by = \(answer.verifiedBy), changed_by = \(person), updated_at = \(answer.updatedAt), revision = \(answer.revision)
            WHERE id = \(answer.id) AND revision = \(answer.revision - 1)
            """)
        guard changed == 1 else { return false }
        try connection.execute("DELETE FROM answer_phrasing WHERE answer_id = \(answer.id)")
        try connection.execute("DELETE FROM answer_tag WHERE answer_id = \(answer.id)")
        try insertWords(answer, connection)
        try ChangeStore.append(.answer, subject: answer.id.text, connection)
        return true
    }

    private static func insertWords(_ answer: Answer, _ connection: any SQLConnection) throws {
        let id = answer.id.sqlValue
        try connection.insert(
            "INSERT INTO answer_phrasing (answer_id, position, text) VALUES",
            rows: answer.fields.also.enumerated().map { [id, $0.sqlValue, .text($1)] })
        try connection.insert(
            "INSERT INTO answer_tag (answer_id, tag) VALUES", rows: answer.fields.tags.map { [id, .text($0)] })
    }

    /// Fills in the other phrasings and the tags.
    static func withWords(_ answers: [Answer], _ connection: any SQLConnection) throws -> [Answer] {
        guard !answers.isEmpty else { return [] }
        let ids = answers.map(\.id)
        let also = try phrasings(of: ids, connection)
        let tags = try tags(of: ids, connection)
        return answers.map { answer in
            var answer = answer
            answer.fields.also = also[answer.id] ?? []
            answer.fields.tags = tags[answer.id] ?? []
            return answer
        }
    }

    /// The other phrasings of some answers, in their order.
    static func phrasings(
        of ids: [Identifier<Answer>], _ connection: any SQLConnection
    ) throws -> [Identifier<Answer>: [String]] {
        try grouped(
            """
            SELECT answer_id, text FROM answer_phrasing WHERE answer_id IN \(list: ids) ORDER BY answer_id, position
            """, connection)
    }

    /// The tags of some answers, sorted.
    static func tags(
        of ids: [Identifier<Answer>], _ connection: any SQLConnection
    ) throws -> [Identifier<Answer>: [String]] {
        try grouped(
            "SELECT answer_id, tag FROM answer_tag WHERE answer_id IN \(list: ids) ORDER BY answer_id, tag",
            connection)
    }

    private static func grouped(
        _ query: SQLQuery, _ connection: any SQLConnection
    ) throws -> [Identifier<Answer>: [String]] {
        var groups: [Identifier<Answer>: [String]] = [:]
        try connection.forEach(query) { row in
            let id: Identifier<Answer> = try row.next()
            groups[id, default: []].append(try row.next())
        }
        return groups
    }
}

extension Answer: RowDecodable {
    /// Without phrasings and tags, which have rows of their own.
    public init(row: inout SQLRow) throws {
        let id: Identifier<Answer> = try row.next()
        let key: String? = try row.next()
        let question: String = try row.next()
        let fields = AnswerFields(
            question: question, text: try row.next(), ownerID: try row.next(), verifyBy: try row.next(),
            language: try row.next(), courseID: try row.next(), activity: try row.next())
        self.init(
            id: id, key: key, fields: fields, state: try row.next(), verifiedAt: try row.next(),
            verifiedBy: try row.next(), createdAt: try row.next(), updatedAt: try row.next(), revision: try row.next())
        questionID = try row.next()
        mergedInto = try row.next()
    }
}
