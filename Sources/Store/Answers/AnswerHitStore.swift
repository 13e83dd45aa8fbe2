public import Learning
public import Persistence

/// What a search shows of answers.
public enum AnswerHitStore {
    /// A published answer with the title of its course.
    public struct Row: Sendable, RowDecodable {
        public let id: Identifier<Answer>
        public let question: String
        public let text: String
        public let language: String
        public let courseID: Identifier<Course>?
        public let activity: String?
        public let courseTitle: String?
        private let verifyBy: CivilDate?
        private let verifiedAt: Instant?
        public fileprivate(set) var tags: [String] = []

        public init(row: inout SQLRow) throws {
            id = try row.next()
            question = try row.next()
            text = try row.next()
            language = try row.next()
            courseID = try row.next()
            activity = try row.next()
            courseTitle = try row.next()
            verifyBy = try row.next()
            verifiedAt = try row.next()
        }

        /// Whether somebody said that it holds, and the day to look again is not over.
        public func isVerified(on day: CivilDate) -> Bool {
            verifiedAt != nil && verifyBy.map { day <= $0 } ?? true
        }
    }

    /// Those of the answers that are published, in no order.
    public static func find(_ ids: [Identifier<Answer>], _ connection: any SQLConnection) throws -> [Row] {
        guard !ids.isEmpty else { return [] }
        var rows: [Row] = try connection.rows(
            """
            SELECT answer.id, answer.question, answer.text, answer.language, answer.course_id, answer.activity,
                   course.title, answer.verify_by, answer.verified_at
            FROM answer LEFT JOIN course ON course.id = answer.course_id
            WHERE answer.id IN \(list: ids) AND answer.state = 'published'
            """)
        let tags = try AnswerStore.tags(of: ids, connection)
        for index in rows.indices { rows[index].tags = tags[rows[index].id] ?? [] }
        return rows
    }
}
