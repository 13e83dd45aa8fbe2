public import Learning
public import Persistence

extension QuestionStore {
    /// Those of some questions that a person may see who is no trainer: their own, and those that they may answer as a
    /// colleague.
    /// - Parameter courses: those that the reader may see; nil for all.
    public static func seen(
        _ ids: Set<Identifier<Question>>, by reader: Identifier<Person>, courses: Set<Identifier<Course>>?,
        _ connection: any SQLConnection
    ) throws -> Set<Identifier<Question>> {
        guard !ids.isEmpty else { return [] }
        var course: SQLQuery = ""
        if let courses {
            course = "AND (question.course_id IS NULL OR question.course_id IN \(list: courses.sorted()))"
        }
        return Set(
            try connection.column(
                """
                SELECT question.id FROM question
                WHERE question.id IN \(list: ids.sorted())
                  AND (question.asked_by = \(reader)
                       OR (question.is_shared = 1 AND question.asked_by NOT IN \(TeamStore.below(reader)) \(course)))
                """, of: Identifier<Question>.self))
    }
}
