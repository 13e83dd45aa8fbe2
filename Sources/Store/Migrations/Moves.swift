import Persistence

extension Migrations {
    /// Which enrollment went on from which version to which.
    static let moves = Migration(
        17, "moves",
        """
        CREATE TABLE version_move (
            enrollment_id \(.text) NOT NULL REFERENCES enrollment (id),
            -- Of the version that it went to: an enrollment only goes forward.
            number \(.integer) NOT NULL,
            from_version \(.text) NOT NULL REFERENCES course_version (id),
            to_version \(.text) NOT NULL REFERENCES course_version (id),
            moved_by \(.text) REFERENCES person (id),
            moved_at \(.integer) NOT NULL,
            PRIMARY KEY (enrollment_id, number)
        )\(.strictByKey);
        """)
}
