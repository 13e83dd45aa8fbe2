import Persistence

extension Migrations {
    /// In what order pulses were answered, and below whom, for what groups say.
    static let pulses = Migration(
        8, "pulses",
        """
        CREATE TABLE pulse_voice (
            event_id \(.text) PRIMARY KEY REFERENCES event (id),
            course_id \(.text) NOT NULL REFERENCES course (id),
            -- Counts in the order in which answers to pulses of the course were committed.
            position \(.integer) NOT NULL,
            -- The managers above the learner at that time, from the lowest whose team is no small group; JSON.
            teams \(.text) NOT NULL,
            UNIQUE (course_id, position)
        )\(.strict);
        """)
}
