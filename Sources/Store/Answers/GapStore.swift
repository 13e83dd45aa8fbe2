public import Learning
public import Persistence

/// Who looked for something in vain.
public enum GapStore {
    /// The people who searched for one of some words since a moment and came to nothing, or who have an open question in
    /// these words.
    /// - Parameters:
    ///   - keys: words as ``SortKey`` folds them; questions are compared with `texts`, as they were written.
    ///   - limit: at most so many, those with the newest search first.
    public static func people(
        searching keys: [String], asking texts: [String], since: Instant, limit: Int, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>] {
        guard !keys.isEmpty else { return [] }
        let searchers = try connection.column(
            """
            SELECT person_id FROM search
            WHERE created_at >= \(since) AND words_key IN \(list: keys)
              AND (outcome IN ('not-helped', 'asked') OR (outcome IS NULL AND is_weak = 1))
            GROUP BY person_id ORDER BY MAX(created_at) DESC, person_id LIMIT \(limit)
            """, of: Identifier<Person>.self)
        let askers = try connection.column(
            """
            SELECT DISTINCT asked_by FROM question
            WHERE state = 'open' AND (text IN \(list: texts) OR words IN \(list: texts))
            ORDER BY asked_by LIMIT \(limit)
            """, of: Identifier<Person>.self)
        let known = Set(searchers)
        return Array((searchers + askers.filter { !known.contains($0) }).prefix(limit))
    }
}
