public import Learning
public import Persistence

extension AnswerStore {
    /// Takes the published answers that are to be looked at by a day and whose owners were not told yet; each is taken once
    /// for its day, whichever node asks. An owner who left is not told: trainers find the answer in their queue.
    /// - Returns: at most `limit`, in no order.
    public static func takeDue(
        by day: CivilDate, limit: Int, _ connection: any SQLConnection
    ) throws -> [(id: Identifier<Answer>, owner: Identifier<Person>, question: String)] {
        try connection.tuples(
            """
            UPDATE answer SET due_told = verify_by
            WHERE due_told IS DISTINCT FROM verify_by AND id IN (
                SELECT answer.id FROM answer JOIN person ON person.id = answer.owner_id
                WHERE answer.state = 'published' AND answer.verify_by <= \(day)
                  AND answer.due_told IS DISTINCT FROM answer.verify_by AND person.left_at IS NULL
                ORDER BY answer.verify_by, answer.id LIMIT \(limit)
            )
            RETURNING id, owner_id, question
            """, Identifier<Answer>.self, Identifier<Person>.self, String.self
        ).map { ($0.0, $0.1, $0.2) }
    }
}
