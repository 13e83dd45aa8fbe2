public import Learning
public import Persistence

/// Questions as rows.
public enum QuestionStore {
    private static let columns: SQLQuery = """
        question.id, question.asked_by, question.text, question.words, question.search_id, question.course_id,
        question.activity, question.state, question.reply, question.answer_id, question.answered_by,
        question.answered_at, question.created_at, question.revision
        """

    /// One question; nil when there is none with this id.
    public static func find(_ id: Identifier<Question>, _ connection: any SQLConnection) throws -> Question? {
        try connection.first("SELECT \(columns) FROM question WHERE id = \(id)")
    }

    /// Questions, newest first.
    /// - Parameters:
    ///   - asker: only theirs; nil for everybody's.
    ///   - page: its key is the id of the last question that the caller has.
    public static func list(
        state: Question.State?, asker: Identifier<Person>?, page: Page<Identifier<Question>>,
        _ connection: any SQLConnection
    ) throws -> [Question] {
        var query = "SELECT \(columns) FROM question WHERE 1 = 1" as SQLQuery
        if let state { query = "\(query) AND question.state = \(state)" }
        if let asker { query = "\(query) AND question.asked_by = \(asker)" }
        if let last = page.after { query = "\(query) AND question.id < \(last)" }
        return try connection.rows("\(query) ORDER BY question.id DESC LIMIT \(page.limit)")
    }

    /// Adds an open question.
    public static func insert(_ question: Question, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO question (
                id, asked_by, text, words, search_id, course_id, activity, state, created_at, revision
            ) VALUES (
                \(question.id), \(question.askedBy), \(question.text), \(question.words), \(question.searchID),
                \(question.courseID), \(question.activity), \(question.state), \(question.createdAt),
                \(question.revision)
            )
            """)
    }

    /// Answers a question that is still open.
    /// - Returns: false when it was answered before; nothing is changed then.
    public static func answer(_ question: Question, _ connection: any SQLConnection) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE question
            SET state = \(question.state), reply = \(question.reply), answer_id = \(question.answerID),
                answered_by = \(question.answeredBy), answered_at = \(question.answeredAt),
                revision = \(question.revision)
            WHERE id = \(question.id) AND state = 'open'
            """)
        guard changed == 1 else { return false }
        // What was asked is another phrasing of the answer from now on.
        if let answer = question.answerID { try ChangeStore.append(.answer, subject: answer.text, connection) }
        return true
    }

    /// What people asked and searched for before some answers were given to them.
    static func words(
        answeredBy ids: [Identifier<Answer>], _ connection: any SQLConnection
    ) throws -> [Identifier<Answer>: [String]] {
        var words: [Identifier<Answer>: [String]] = [:]
        let rows = try connection.tuples(
            "SELECT answer_id, text, words FROM question WHERE answer_id IN \(list: ids) ORDER BY answer_id, id",
            Identifier<Answer>.self, String.self, String?.self)
        for (id, text, searched) in rows { words[id, default: []] += [text, searched].compactMap { $0 } }
        return words
    }

    /// The names of people who asked, where a caller may know them.
    /// - Parameter manager: whose team stays unnamed: what somebody asks never reaches their managers by name.
    public static func askers(
        _ people: Set<Identifier<Person>>, hiddenFrom manager: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: String] {
        guard !people.isEmpty else { return [:] }
        let hidden: SQLQuery = manager.map { "AND id NOT IN \(TeamStore.below($0))" } ?? ""
        let rows = try connection.tuples(
            "SELECT id, name FROM person WHERE id IN \(list: people.sorted()) \(hidden)", Identifier<Person>.self,
            String.self)
        return Dictionary(rows) { first, _ in first }
    }
}

extension Question: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), askedBy: try row.next(), text: try row.next(), words: try row.next(),
            searchID: try row.next(), courseID: try row.next(), activity: try row.next(), state: try row.next(),
            reply: try row.next(), answerID: try row.next(), answeredBy: try row.next(),
            answeredAt: try row.next(), createdAt: try row.next(), revision: try row.next())
    }
}
