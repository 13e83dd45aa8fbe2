import Persistence

extension Migrations {
    /// Rating and words about an activity or course, and what came of them.
    static let feedback = Migration(
        5, "feedback",
        """
        CREATE TABLE feedback (
            id \(.text) PRIMARY KEY,
            person_id \(.text) NOT NULL REFERENCES person (id),
            course_id \(.text) NOT NULL REFERENCES course (id),
            -- Counts in the order in which feedback on the course was committed.
            position \(.integer) NOT NULL,
            -- The managers above the author when it was written, from the lowest whose team is no small group; JSON.
            teams \(.text) NOT NULL,
            activity \(.text),
            rating \(.integer) CHECK (rating BETWEEN 1 AND 5),
            words \(.text),
            outcome \(.text) CHECK (outcome IN ('changed', 'answered', 'declined')),
            outcome_text \(.text),
            outcome_by \(.text) REFERENCES person (id),
            outcome_at \(.integer),
            created_at \(.integer) NOT NULL,
            revision \(.integer) NOT NULL DEFAULT 1,
            CHECK (rating IS NOT NULL OR words IS NOT NULL),
            CHECK ((outcome IS NULL) = (outcome_at IS NULL)),
            UNIQUE (course_id, position)
        )\(.strict);
        CREATE INDEX feedback_course ON feedback (course_id, id);
        CREATE INDEX feedback_person ON feedback (person_id, id);
        """)
}
