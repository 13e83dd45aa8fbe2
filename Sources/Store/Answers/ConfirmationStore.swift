public import Learning
public import Persistence

/// What people searched for who were helped by an answer.
public enum ConfirmationStore {
    /// So many different searches of one person are kept for an answer.
    public static let perPerson = 10
    /// So many are learned from: the newest of everybody's.
    public static let most = 200

    /// Notes that an answer helped whoever made a search. The same words of the same person are one, however often.
    public static func add(
        _ search: Search, helpedBy answer: Identifier<Answer>, now: Instant, _ connection: any SQLConnection
    ) throws {
        let key = SortKey.make(search.words)
        try connection.execute(
            """
            DELETE FROM confirmation
            WHERE answer_id = \(answer) AND person_id = \(search.personID) AND words_key = \(key)
            """)
        try connection.execute(
            """
            INSERT INTO confirmation (answer_id, person_id, search_id, words, words_key, said_at)
            VALUES (\(answer), \(search.personID), \(search.id), \(search.words), \(key), \(now))
            """)
        try connection.execute(
            """
            DELETE FROM confirmation
            WHERE answer_id = \(answer) AND person_id = \(search.personID) AND search_id NOT IN (
                SELECT search_id FROM confirmation
                WHERE answer_id = \(answer) AND person_id = \(search.personID)
                ORDER BY said_at DESC, search_id DESC LIMIT \(perPerson)
            )
            """)
    }

    /// Takes back what was noted for a search.
    /// - Returns: the answer that it was noted for; nil where none was.
    public static func remove(
        _ search: Identifier<Search>, _ connection: any SQLConnection
    ) throws -> Identifier<Answer>? {
        try connection.value(
            "DELETE FROM confirmation WHERE search_id = \(search) RETURNING answer_id", of: Identifier<Answer>.self)
    }

    /// Who was helped by an answer, and what they had searched for, newest first.
    public static func list(
        of answer: Identifier<Answer>, _ connection: any SQLConnection
    ) throws -> [(person: Identifier<Person>, words: String)] {
        try connection.tuples(
            """
            SELECT person_id, words FROM confirmation WHERE answer_id = \(answer)
            ORDER BY said_at DESC, search_id DESC LIMIT \(most)
            """, Identifier<Person>.self, String.self
        ).map { (person: $0.0, words: $0.1) }
    }
}
