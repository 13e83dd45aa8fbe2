public import Learning
public import Persistence

/// Proposed answers as rows.
public enum ProposalStore {
    private static let columns: SQLQuery = "id, question_id, author_id, text, created_at, accepted_at, answer_id"

    /// One proposal; nil when the question has none with this id.
    public static func find(
        _ id: Identifier<Proposal>, of question: Identifier<Question>, _ connection: any SQLConnection
    ) throws -> Proposal? {
        try connection.first("SELECT \(columns) FROM proposal WHERE id = \(id) AND question_id = \(question)")
    }

    /// All that was proposed to a question, oldest first.
    public static func list(
        of question: Identifier<Question>, _ connection: any SQLConnection
    ) throws -> [Proposal] {
        try connection.rows("SELECT \(columns) FROM proposal WHERE question_id = \(question) ORDER BY id")
    }

    /// What somebody proposed, newest first.
    /// - Parameter page: its key is the id of the last proposal that the caller has.
    public static func list(
        by author: Identifier<Person>, page: Page<Identifier<Proposal>>, _ connection: any SQLConnection
    ) throws -> [Proposal] {
        let after: SQLQuery = page.after.map { "AND id < \($0)" } ?? ""
        return try connection.rows(
            "SELECT \(columns) FROM proposal WHERE author_id = \(author) \(after) ORDER BY id DESC LIMIT \(page.limit)")
    }

    /// Adds a proposal to a question that is open.
    public static func insert(_ proposal: Proposal, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO proposal (\(columns)) VALUES (
                \(proposal.id), \(proposal.questionID), \(proposal.authorID), \(proposal.text),
                \(proposal.createdAt), \(proposal.acceptedAt), \(proposal.answerID)
            )
            """)
    }

    /// How many a question has.
    public static func count(of question: Identifier<Question>, _ connection: any SQLConnection) throws -> Int {
        try connection.value("SELECT COUNT(*) FROM proposal WHERE question_id = \(question)", of: Int.self) ?? 0
    }

    /// How many of somebody's were not accepted.
    public static func countWaiting(
        of question: Identifier<Question>, by author: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Int {
        try connection.value(
            """
            SELECT COUNT(*) FROM proposal
            WHERE question_id = \(question) AND author_id = \(author) AND accepted_at IS NULL
            """, of: Int.self) ?? 0
    }

    /// Notes that a proposal was accepted.
    /// - Parameter answer: what it became; nil where it became none now, and what it became before stays.
    public static func accept(
        _ id: Identifier<Proposal>, as answer: Identifier<Answer>?, at now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE proposal SET accepted_at = \(now), answer_id = COALESCE(\(answer), answer_id) WHERE id = \(id)")
    }

    /// Notes which answer a proposal became, unless that is known.
    public static func remember(
        _ answer: Identifier<Answer>, of id: Identifier<Proposal>, _ connection: any SQLConnection
    ) throws {
        try connection.execute("UPDATE proposal SET answer_id = \(answer) WHERE id = \(id) AND answer_id IS NULL")
    }
}

extension Proposal: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), questionID: try row.next(), authorID: try row.next(), text: try row.next(),
            createdAt: try row.next(), acceptedAt: try row.next(), answerID: try row.next())
    }
}
