public import Learning
public import Persistence

/// Who looked for something in vain.
public enum GapStore {
    /// The people who are here and searched for one of some words since a moment and came to nothing, or who have an open question in
    /// these words.
    /// - Parameters:
    ///   - keys: words as ``SortKey`` folds them; questions are compared with `texts`, as they were written.
    ///   - course: only those who may see this one.
    ///   - limit: at most so many, those with the newest search first.
    public static func people(
        searching keys: [String], asking texts: [String], since: Instant, seeing course: Identifier<Course>?,
        limit: Int,
        _ connection: any SQLConnection
    ) throws -> [Identifier<Person>] {
        guard !keys.isEmpty else { return [] }
        let mayRead = course.map(CourseSight.readers) ?? "person.left_at IS NULL"
        let searchers = try connection.column(
            """
            SELECT search.person_id FROM search JOIN person ON person.id = search.person_id
            WHERE search.created_at >= \(since) AND search.words_key IN \(list: keys)
              AND (search.outcome IN ('not-helped', 'asked') OR (search.outcome IS NULL AND search.is_weak = 1))
              AND \(mayRead)
            GROUP BY search.person_id ORDER BY MAX(search.created_at) DESC, search.person_id LIMIT \(limit)
            """, of: Identifier<Person>.self)
        let askers = try connection.column(
            """
            SELECT DISTINCT question.asked_by FROM question JOIN person ON person.id = question.asked_by
            WHERE question.state = 'open' AND (question.text IN \(list: texts) OR question.words IN \(list: texts))
              AND \(mayRead)
            ORDER BY question.asked_by LIMIT \(limit)
            """, of: Identifier<Person>.self)
        let known = Set(searchers)
        return Array((searchers + askers.filter { !known.contains($0) }).prefix(limit))
    }
}
