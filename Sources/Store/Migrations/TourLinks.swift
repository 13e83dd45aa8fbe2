import Persistence

extension Migrations {
    /// Links to look around: the table again, as a `CHECK` cannot be changed in place.
    static let tourLinks = Migration(
        12, "tour-links",
        """
        CREATE TABLE invitation_12 (
            id \(.text) PRIMARY KEY,
            purpose \(.text) NOT NULL CHECK (purpose IN ('setup', 'invite', 'reset', 'tour')),
            person_id \(.text) REFERENCES person (id) CHECK (purpose = 'setup' OR person_id IS NOT NULL),
            hash \(.text) NOT NULL UNIQUE,
            created_by \(.text) REFERENCES person (id),
            created_at \(.integer) NOT NULL,
            expires_at \(.integer) NOT NULL,
            used_at \(.integer)
        )\(.strict);
        INSERT INTO invitation_12 (id, purpose, person_id, hash, created_by, created_at, expires_at, used_at)
            SELECT id, purpose, person_id, hash, created_by, created_at, expires_at, used_at FROM invitation;
        DROP TABLE invitation;
        ALTER TABLE invitation_12 RENAME TO invitation;
        """)
}
