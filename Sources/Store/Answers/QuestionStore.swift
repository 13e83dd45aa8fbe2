public import Learning
public import Persistence

/// Questions as rows.
public enum QuestionStore {
    static let columns: SQLQuery = """
        question.id, question.asked_by, question.text, question.words, question.search_id, question.course_id,
        question.activity, question.state, question.reply, question.answer_id, question.answered_by,
        question.answered_at, question.created_at, question.due_at, question.is_shared, question.routed_to,
        question.reopened_because, question.reopened_at, question.revision
        """

    /// One question; nil when there is none with this id.
    public static func find(_ id: Identifier<Question>, _ connection: any SQLConnection) throws -> Question? {
        try connection.first("SELECT \(columns) FROM question WHERE id = \(id)")
    }

    /// Adds an open question.
    public static func insert(_ question: Question, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO question (
                id, asked_by, text, words, search_id, course_id, activity, state, created_at, due_at, is_shared,
                routed_to, revision
            ) VALUES (
                \(question.id), \(question.askedBy), \(question.text), \(question.words), \(question.searchID),
                \(question.courseID), \(question.activity), \(question.state), \(question.createdAt),
                \(question.dueAt), \(question.isShared), \(question.routedTo), \(question.revision)
            )
            """)
        if question.courseID != nil { try StuckVoiceStore.take(questions: [question.id], connection) }
    }

    /// Keeps others from answering a question until the transaction ends.
    /// - Returns: false when it is not open.
    public static func hold(_ id: Identifier<Question>, _ connection: any SQLConnection) throws -> Bool {
        try connection.execute("UPDATE question SET state = state WHERE id = \(id) AND state = 'open'") == 1
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

    /// Opens a question again that was answered; the answer that it had keeps no words of it.
    /// - Parameter question: with its revision already counted up.
    /// - Returns: false when somebody was faster; nothing is changed then.
    public static func reopen(_ question: Question, _ connection: any SQLConnection) throws -> Bool {
        let answer = try connection.value(
            "SELECT answer_id FROM question WHERE id = \(question.id) AND answer_id IS NOT NULL",
            of: Identifier<Answer>.self)
        let changed = try connection.execute(
            """
            UPDATE question
            SET state = 'open', reply = NULL, answer_id = NULL, answered_by = NULL, answered_at = NULL,
                due_at = \(question.dueAt), routed_to = \(question.routedTo), overdue_told_at = NULL,
                reopened_because = \(question.reopenedBecause), reopened_at = \(question.reopenedAt),
                revision = \(question.revision)
            WHERE id = \(question.id) AND state = 'answered' AND revision = \(question.revision - 1)
            """)
        guard changed == 1 else { return false }
        if let answer { try ChangeStore.append(.answer, subject: answer.text, connection) }
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
            answeredAt: try row.next(), createdAt: try row.next(), dueAt: try row.next(), isShared: try row.next(),
            routedTo: try row.next(), reopenedBecause: try row.next(), reopenedAt: try row.next(),
            revision: try row.next())
    }
}
