public import Learning
public import Persistence

/// What the search index is made of.
public enum SearchSourceStore {
    /// An answer with the titles of where it belongs.
    public struct AnswerSource: Sendable, RowDecodable {
        public let id: Identifier<Answer>
        public let isPublished: Bool
        public let question: String
        public let text: String
        public let language: String
        public let courseID: Identifier<Course>?
        public let activity: String?
        public let courseTitle: String?
        public let moduleKey: String?
        public let moduleTitle: String?
        /// Other phrasings: those of its author, those that were learned, and the words of those whom it answered.
        public var phrasings: [String] = []
        public var tags: [String] = []

        public init(row: inout SQLRow) throws {
            id = try row.next()
            isPublished = try row.next(Answer.State.self) == .published
            question = try row.next()
            text = try row.next()
            language = try row.next()
            courseID = try row.next()
            activity = try row.next()
            courseTitle = try row.next()
            moduleKey = try row.next()
            moduleTitle = try row.next()
        }
    }

    private static let answers: SQLQuery = """
        SELECT answer.id, answer.state, answer.question, answer.text, answer.language, answer.course_id,
               answer.activity, course.title, module.key, module.title
        FROM answer
        LEFT JOIN course ON course.id = answer.course_id
        LEFT JOIN step ON step.version_id = course.version_id AND step.key = answer.activity
        LEFT JOIN module ON module.version_id = course.version_id AND module.key = step.module_key
        """

    /// Published answers in the order of their ids, after one.
    public static func answers(
        after id: Identifier<Answer>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [AnswerSource] {
        let after: SQLQuery = id.map { "AND answer.id > \($0)" } ?? ""
        return try withWords(
            try connection.rows(
                "\(answers) WHERE answer.state = 'published' \(after) ORDER BY answer.id LIMIT \(limit)"), connection)
    }

    /// Some answers, published or not.
    public static func answers(
        _ ids: [Identifier<Answer>], _ connection: any SQLConnection
    ) throws -> [AnswerSource] {
        guard !ids.isEmpty else { return [] }
        return try withWords(try connection.rows("\(answers) WHERE answer.id IN \(list: ids)"), connection)
    }

    /// All answers of a course, published or not.
    public static func answers(
        of course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> [AnswerSource] {
        try withWords(try connection.rows("\(answers) WHERE answer.course_id = \(course)"), connection)
    }

    private static func withWords(
        _ sources: [AnswerSource], _ connection: any SQLConnection
    ) throws -> [AnswerSource] {
        var sources = sources
        for start in stride(from: 0, to: sources.count, by: 500) {
            let range = start..<min(start + 500, sources.count)
            let ids = sources[range].map(\.id)
            let also = try AnswerStore.phrasings(of: ids, connection)
            let learned = try LearnedPhrasingStore.words(of: ids, connection)
            let asked = try QuestionStore.words(answeredBy: ids, connection)
            let tags = try AnswerStore.tags(of: ids, connection)
            for index in range {
                let id = sources[index].id
                sources[index].phrasings = (also[id] ?? []) + (learned[id] ?? []) + (asked[id] ?? [])
                sources[index].tags = tags[id] ?? []
            }
        }
        return sources
    }
}
