import Persistence

extension Migrations {
    /// Who waits for the answer to a colleague's question.
    static let questionFollowers = Migration(
        31, "question-followers",
        """
        CREATE TABLE question_follower (
            question_id \(.text) NOT NULL REFERENCES question (id),
            person_id \(.text) NOT NULL REFERENCES person (id),
            created_at \(.integer) NOT NULL,
            PRIMARY KEY (question_id, person_id)
        )\(.strict);
        CREATE INDEX question_follower_person ON question_follower (person_id, question_id);
        """)
}
