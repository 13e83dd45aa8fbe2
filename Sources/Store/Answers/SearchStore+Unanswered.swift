public import Learning
public import Persistence

extension SearchStore {
    /// Something that one person looked for, in the same words however often, and found no help with.
    public struct Miss: Sendable, RowDecodable {
        public let words: String
        /// Folded.
        public let key: String
        public let personID: Identifier<Person>
        /// 0 for a question.
        public let searches: Int
        public let questions: Int
        public let lastAt: Instant

        public init(row: inout SQLRow) throws {
            words = try row.next()
            key = try row.next()
            personID = try row.next()
            searches = try row.next()
            questions = try row.next()
            lastAt = try row.next()
        }

        fileprivate init(question words: String, by person: Identifier<Person>, questions: Int, at: Instant) {
            self.words = words
            key = SortKey.make(words)
            personID = person
            searches = 0
            self.questions = questions
            lastAt = at
        }
    }

    /// What was searched for since a moment and not found: no likely answer among the hits, or the searcher says that it did
    /// not help. What led to a question that was answered is settled, and so is what an answer was given to that is there.
    /// - Parameter limit: so many of the newest are told.
    public static func missed(since: Instant, limit: Int, _ connection: any SQLConnection) throws -> [Miss] {
        try connection.rows(
            """
            SELECT MIN(words), MIN(words_key), person_id, COUNT(*), 0, MAX(created_at)
            FROM search
            WHERE created_at >= \(since)
              AND (outcome IN ('not-helped', 'asked') OR (outcome IS NULL AND is_weak = 1))
              AND id NOT IN (SELECT question.search_id FROM question
                             WHERE question.state = 'answered' AND question.search_id IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM answer
                              WHERE answer.id = search.answered_by AND answer.state = 'published')
            GROUP BY \(byWords), person_id
            ORDER BY MAX(created_at) DESC, MIN(words_key), person_id
            LIMIT \(limit)
            """)
    }

    /// What was asked of a person since a moment and has no answer yet, in the words that were searched for before, if any.
    /// - Parameter limit: so many of the newest are told.
    public static func asked(since: Instant, limit: Int, _ connection: any SQLConnection) throws -> [Miss] {
        try connection.tuples(
            """
            SELECT COALESCE(words, text), asked_by, created_at FROM question
            WHERE state = 'open' AND created_at >= \(since) ORDER BY id DESC LIMIT \(limit)
            """, String.self, Identifier<Person>.self, Instant.self
        ).map { Miss(question: $0.0, by: $0.1, questions: 1, at: $0.2) }
    }

    /// The same, of everybody who waits for the answer to a colleague's question.
    public static func awaited(since: Instant, limit: Int, _ connection: any SQLConnection) throws -> [Miss] {
        try connection.tuples(
            """
            SELECT COALESCE(question.words, question.text), question_follower.person_id, question_follower.created_at
            FROM question JOIN question_follower ON question_follower.question_id = question.id
            WHERE question.state = 'open' AND question.created_at >= \(since)
            ORDER BY question.id DESC, question_follower.person_id LIMIT \(limit)
            """, String.self, Identifier<Person>.self, Instant.self
        ).map { Miss(question: $0.0, by: $0.1, questions: 0, at: $0.2) }
    }
}
