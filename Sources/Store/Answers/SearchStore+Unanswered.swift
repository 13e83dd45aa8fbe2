public import Learning
public import Persistence

extension SearchStore {
    /// What was searched for since a moment and not found, by most people first: no likely answer among the hits, or the
    /// searcher says that it did not help. What led to a question that was answered is settled.
    /// - Parameter page: its key is how many people, and the folded words, of the last row that the caller has.
    public static func unanswered(
        since: Instant, page: Page<(people: Int, key: String)>, _ connection: any SQLConnection
    ) throws -> [UnansweredWords] {
        let after: SQLQuery =
            page.after.map { last in
                """
                HAVING COUNT(DISTINCT person_id) < \(last.people)
                    OR (COUNT(DISTINCT person_id) = \(last.people) AND words_key > \(last.key))
                """
            } ?? ""
        return try connection.rows(
            """
            SELECT MIN(words), words_key, COUNT(DISTINCT person_id), COUNT(*), MAX(created_at)
            FROM search
            WHERE created_at >= \(since)
              AND (outcome IN ('not-helped', 'asked') OR (outcome IS NULL AND is_weak = 1))
              AND id NOT IN (SELECT question.search_id FROM question
                             WHERE question.state = 'answered' AND question.search_id IS NOT NULL)
            GROUP BY words_key
            \(after)
            ORDER BY COUNT(DISTINCT person_id) DESC, words_key
            LIMIT \(page.limit)
            """)
    }
}

extension UnansweredWords: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            words: try row.next(), key: try row.next(), people: try row.next(), searches: try row.next(),
            lastAt: try row.next())
    }
}
