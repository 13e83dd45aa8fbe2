import Persistence

extension Migrations {
    /// Who said last that an answer holds, and for which day its owner was told to look again.
    static let verification = Migration(
        25, "verification",
        """
        ALTER TABLE answer ADD COLUMN verified_at \(.integer);
        ALTER TABLE answer ADD COLUMN verified_by \(.text) REFERENCES person (id);
        -- YYYY-MM-DD, a verify_by.
        ALTER TABLE answer ADD COLUMN due_told \(.text);
        -- What trainers and courses published held when they did.
        UPDATE answer SET verified_at = created_at, verified_by = created_by;
        CREATE INDEX answer_due ON answer (state, verify_by, id);
        """)
}
