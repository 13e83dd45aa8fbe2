public import Learning
public import Persistence

extension AnswerStore {
    /// Answers, newest first, or those first that are to be looked at first.
    /// - Parameters:
    ///   - courses: the courses whose answers may be seen beside those of no course; nil for all.
    ///   - page: its key is the last answer that the caller has.
    public static func list(
        _ filter: AnswerFilter, courses: Set<Identifier<Course>>?, page: Page<AnswerFilter.Place>,
        _ connection: any SQLConnection
    ) throws -> [Answer] {
        var query = "SELECT \(columns) FROM answer WHERE 1 = 1" as SQLQuery
        if let state = filter.state { query = "\(query) AND answer.state = \(state)" }
        if let course = filter.courseID { query = "\(query) AND answer.course_id = \(course)" }
        if let owner = filter.ownerID { query = "\(query) AND answer.owner_id = \(owner)" }
        if let day = filter.dueBy { query = "\(query) AND answer.verify_by <= \(day)" }
        if let tag = filter.tag {
            query = """
                \(query) AND EXISTS (SELECT 1 FROM answer_tag WHERE answer_id = answer.id AND tag = \(tag))
                """
        }
        if let courses {
            query = "\(query) AND (answer.course_id IS NULL OR answer.course_id IN \(list: courses.sorted()))"
        }
        guard filter.isByDue else {
            if let last = page.after { query = "\(query) AND answer.id < \(last.id)" }
            return try withWords(
                try connection.rows("\(query) ORDER BY answer.id DESC LIMIT \(page.limit)"), connection)
        }
        query = "\(query) AND answer.verify_by IS NOT NULL"
        if let last = page.after {
            query = "\(query) AND (answer.verify_by, answer.id) > (\(last.verifyBy?.description ?? ""), \(last.id))"
        }
        return try withWords(
            try connection.rows("\(query) ORDER BY answer.verify_by, answer.id LIMIT \(page.limit)"), connection)
    }
}
