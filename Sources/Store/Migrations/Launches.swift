import Persistence

extension Migrations {
    /// What opens the files of a version on the content origin.
    static let launches = Migration(
        6, "launches",
        """
        CREATE TABLE launch (
            -- SHA-256 of the secret in the address.
            hash \(.text) PRIMARY KEY,
            person_id \(.text) NOT NULL REFERENCES person (id),
            -- Null for a preview.
            enrollment_id \(.text) REFERENCES enrollment (id),
            version_id \(.text) NOT NULL REFERENCES course_version (id),
            activity \(.text) NOT NULL,
            occurrence \(.integer) NOT NULL CHECK (occurrence >= 1),
            created_at \(.integer) NOT NULL,
            expires_at \(.integer) NOT NULL
        )\(.strictByKey);
        CREATE INDEX launch_expires ON launch (expires_at);
        """)
}
