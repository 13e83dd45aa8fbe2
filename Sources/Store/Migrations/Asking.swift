import Persistence

extension Migrations {
    /// By when questions are answered, and by whom besides trainers.
    static let asking = Migration(
        24, "asking",
        """
        -- What was asked before gets two working days and a weekend.
        ALTER TABLE question ADD COLUMN due_at \(.integer) NOT NULL DEFAULT 0;
        UPDATE question SET due_at = created_at + 345600000;
        -- Whether colleagues may read it, without its asker's name, and propose answers.
        ALTER TABLE question ADD COLUMN is_shared \(.integer) NOT NULL DEFAULT 0 CHECK (is_shared IN (0, 1));
        -- Who is asked first; null: any trainer.
        ALTER TABLE question ADD COLUMN routed_to \(.text) REFERENCES person (id);
        -- When all trainers were told that it is overdue.
        ALTER TABLE question ADD COLUMN overdue_told_at \(.integer);
        ALTER TABLE question ADD COLUMN reopened_because \(.text);
        ALTER TABLE question ADD COLUMN reopened_at \(.integer);
        CREATE INDEX question_due ON question (state, due_at, id);
        CREATE INDEX question_routed ON question (routed_to, state, id);

        -- Who looked for the same words, when there is an answer to them.
        CREATE INDEX search_words ON search (words_key, created_at, person_id);

        CREATE TABLE proposal (
            id \(.text) PRIMARY KEY,
            question_id \(.text) NOT NULL REFERENCES question (id),
            -- Null for the command line.
            author_id \(.text) REFERENCES person (id),
            -- Markdown.
            text \(.text) NOT NULL,
            created_at \(.integer) NOT NULL,
            accepted_at \(.integer)
        )\(.strict);
        CREATE INDEX proposal_question ON proposal (question_id, id);
        CREATE INDEX proposal_author ON proposal (author_id, id);
        """)
}
