public import Learning
public import Persistence

extension QuestionStore {
    /// Whose questions a list may hold.
    public enum Scope: Sendable {
        case everybodys
        case own(Identifier<Person>)
        /// Those of others that their askers let colleagues answer, of the courses that may be seen (nil: all) or of none;
        /// never those of the people below the reader, who would know them by their words.
        case shared(reader: Identifier<Person>, courses: Set<Identifier<Course>>?)
    }

    /// Questions, newest first, or those first that are due first.
    /// - Parameters:
    ///   - routedTo: only those that this person is asked first.
    ///   - follower: only those whose answers this person waits for.
    public static func list(
        _ scope: Scope, state: Question.State?, routedTo: Identifier<Person>? = nil,
        follower: Identifier<Person>? = nil, isByDue: Bool = false, page: Page<QuestionFilter.Place>,
        _ connection: any SQLConnection
    ) throws -> [Question] {
        var query = "SELECT \(columns) FROM question WHERE 1 = 1" as SQLQuery
        if let state { query = "\(query) AND question.state = \(state)" }
        if let routedTo { query = "\(query) AND question.routed_to = \(routedTo)" }
        if let follower {
            query = """
                \(query) AND question.id IN (SELECT question_id FROM question_follower WHERE person_id = \(follower))
                """
        }
        switch scope {
        case .everybodys: break
        case .own(let asker): query = "\(query) AND question.asked_by = \(asker)"
        case .shared(let reader, let courses):
            query = """
                \(query) AND question.is_shared = 1 AND question.asked_by <> \(reader)
                AND question.asked_by NOT IN \(TeamStore.below(reader))
                """
            if let courses {
                query = "\(query) AND (question.course_id IS NULL OR question.course_id IN \(list: courses.sorted()))"
            }
        }
        guard isByDue else {
            if let last = page.after { query = "\(query) AND question.id < \(last.id)" }
            return try connection.rows("\(query) ORDER BY question.id DESC LIMIT \(page.limit)")
        }
        if let last = page.after {
            query = """
                \(query) AND (question.due_at, question.id) > (\(last.dueAt ?? Instant(milliseconds: 0)), \(last.id))
                """
        }
        return try connection.rows("\(query) ORDER BY question.due_at, question.id LIMIT \(page.limit)")
    }
}
