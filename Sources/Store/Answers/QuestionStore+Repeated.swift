public import Learning
public import Persistence

extension QuestionStore {
    /// The open question of somebody's that they asked in the same words after the same search; nil where there is none.
    public static func open(
        _ text: String, by asker: Identifier<Person>, after search: Identifier<Search>,
        _ connection: any SQLConnection
    ) throws -> Question? {
        try connection.first(
            """
            SELECT \(columns) FROM question
            WHERE asked_by = \(asker) AND search_id = \(search) AND text = \(text) AND state = 'open'
            ORDER BY id LIMIT 1
            """)
    }
}
