public import Learning
public import Persistence

/// How many people a number of the completion report is about, for readers who must not learn of few.
public enum CompletionGroupStore {
    /// Whether a course, or a module of it, has so many people under way, and whether as many of them are neither the reader
    /// nor below them; or none at all: what a reader knows anyway could be subtracted.
    public static func isLarge(
        course: Identifier<Course>, module: String?, reader: Identifier<Person>, atLeast people: Int,
        _ connection: any SQLConnection
    ) throws -> Bool {
        let known: SQLQuery = "(person.id = \(reader) OR person.id IN \(TeamStore.below(reader)))"
        guard try count(course, module, "1 = 1", upTo: people, connection) == people else { return false }
        let others = try count(course, module, "NOT \(known)", upTo: people, connection)
        return others == 0 || others == people
    }

    private static func count(
        _ course: Identifier<Course>, _ module: String?, _ condition: SQLQuery, upTo limit: Int,
        _ connection: any SQLConnection
    ) throws -> Int {
        let inModule: SQLQuery =
            module.map {
                """
                JOIN module_progress
                    ON module_progress.enrollment_id = enrollment.id AND module_progress.module_key = \($0)
                """
            } ?? ""
        return try connection.value(
            """
            SELECT COUNT(*) FROM (
                SELECT DISTINCT enrollment.person_id FROM enrollment
                JOIN person ON person.id = enrollment.person_id
                \(inModule)
                WHERE enrollment.course_id = \(course) AND enrollment.ended_at IS NULL AND person.left_at IS NULL
                  AND \(condition)
                LIMIT \(limit)
            ) AS counted
            """, of: Int.self) ?? 0
    }
}
