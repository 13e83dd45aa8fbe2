import Persistence

extension Migrations {
    /// Uploads whose changes are looked at before they are published.
    static let holds = Migration(
        13, "holds",
        """
        ALTER TABLE import_job ADD COLUMN is_hold \(.integer) NOT NULL DEFAULT 0 CHECK (is_hold IN (0, 1));
        -- Since when it waits to be published; while this is set nobody takes it up.
        ALTER TABLE import_job ADD COLUMN held_at \(.integer);
        ALTER TABLE import_job ADD COLUMN compared_with \(.text) REFERENCES course_version (id);
        -- The Learning.CourseChanges as JSON.
        ALTER TABLE import_job ADD COLUMN changes \(.text);
        """)
}
