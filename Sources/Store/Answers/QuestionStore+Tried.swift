public import Learning
public import Persistence

extension QuestionStore {
    /// The answers that askers opened after the search before their question, and said that they did not help.
    public static func tried(
        before ids: [Identifier<Question>], _ connection: any SQLConnection
    ) throws -> [Identifier<Question>: TriedAnswer] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.tuples(
            """
            SELECT question.id, answer.id, answer.question
            FROM question
            JOIN search ON search.id = question.search_id AND search.person_id = question.asked_by
            JOIN answer ON answer.id = SUBSTR(search.helped_by, 5)
            WHERE question.id IN \(list: ids) AND search.outcome <> 'helped'
            """, Identifier<Question>.self, Identifier<Answer>.self, String.self)
        return Dictionary(rows.map { ($0.0, TriedAnswer(id: $0.1, question: $0.2)) }) { first, _ in first }
    }
}
