import Persistence

extension Migrations {
    /// What answers were before somebody changed them.
    static let answerRevisions = Migration(
        28, "answer-revisions",
        """
        -- Who made an answer what it is now; null for the operator, and where it is not known.
        ALTER TABLE answer ADD COLUMN changed_by \(.text) REFERENCES person (id);
        UPDATE answer SET changed_by = created_by WHERE revision = 1;

        -- The newest revision of an answer is the answer itself.
        CREATE TABLE answer_revision (
            answer_id \(.text) NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
            revision \(.integer) NOT NULL,
            made_at \(.integer) NOT NULL,
            made_by \(.text) REFERENCES person (id),
            state \(.text) NOT NULL CHECK (state IN ('published', 'retired')),
            question \(.text) NOT NULL,
            -- Lists, as JSON.
            also \(.text) NOT NULL,
            tags \(.text) NOT NULL,
            text \(.text) NOT NULL,
            language \(.text) NOT NULL,
            owner_id \(.text) REFERENCES person (id),
            -- YYYY-MM-DD
            verify_by \(.text),
            course_id \(.text) REFERENCES course (id),
            activity \(.text),
            PRIMARY KEY (answer_id, revision)
        )\(.strict);
        """)
}
