import Persistence

extension Migrations {
    /// Finds an answer by its author's key, which a file of answers does for each of its rows.
    static let answerKeys = Migration(
        30, "answer-keys",
        """
        CREATE INDEX answer_key ON answer (key, course_id, id) WHERE key IS NOT NULL;
        """)
}
