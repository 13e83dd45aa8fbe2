import Persistence

extension Migrations {
    /// Since when an enrollment belongs to an initiative that did not make it, and when days and times of plans last moved.
    static let planChanges = Migration(
        21, "plan-changes",
        """
        -- Null for an enrollment that stands alone, or that its initiative made.
        ALTER TABLE enrollment ADD COLUMN taken_over_at \(.integer);
        -- Null as long as its first day is the one that it was made with.
        ALTER TABLE enrollment ADD COLUMN start_moved_at \(.integer);
        -- Null as long as meets_at is what the initiative was made with.
        ALTER TABLE initiative ADD COLUMN meets_moved_at \(.integer);
        -- Whom an initiative adds is enrolled at the same moment; what was there before was taken over then.
        UPDATE enrollment SET taken_over_at = (
            SELECT initiative_person.added_at FROM initiative_person
            WHERE initiative_person.initiative_id = enrollment.initiative_id
              AND initiative_person.person_id = enrollment.person_id AND initiative_person.added_at > enrollment.created_at)
        WHERE initiative_id IS NOT NULL
        """)
}
