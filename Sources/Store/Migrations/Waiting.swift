import Persistence

extension Migrations {
    /// What waits for a witness, and who answers for a course, found without going through all.
    static let waiting = Migration(
        7, "waiting",
        """
        CREATE INDEX progress_waiting ON progress (status, enrollment_id) WHERE status = 'waiting';
        CREATE INDEX course_owner ON course (owner_id, id);
        """)
}
