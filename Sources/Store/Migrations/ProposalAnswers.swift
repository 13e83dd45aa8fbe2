import Persistence

extension Migrations {
    /// Which answer a proposal became, and which question an answer was published for.
    static let proposalAnswers = Migration(
        27, "proposal-answers",
        """
        ALTER TABLE answer ADD COLUMN question_id \(.text) REFERENCES question (id);
        CREATE INDEX answer_question ON answer (question_id);
        -- What was published for a question was made when that was answered.
        UPDATE answer SET question_id = (
            SELECT MIN(question.id) FROM question
            WHERE question.answer_id = answer.id AND question.answered_at = answer.created_at
        );

        ALTER TABLE proposal ADD COLUMN answer_id \(.text) REFERENCES answer (id);
        CREATE INDEX proposal_answer ON proposal (answer_id);
        UPDATE proposal SET answer_id = (
            SELECT question.answer_id FROM question
            WHERE question.id = proposal.question_id AND question.answered_at = proposal.accepted_at
        );
        """)
}
