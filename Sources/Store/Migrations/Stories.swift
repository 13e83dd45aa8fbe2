import Persistence

extension Migrations {
    /// What people tell of each other in an initiative.
    static let stories = Migration(
        16, "stories",
        """
        CREATE TABLE story (
            id \(.text) PRIMARY KEY,
            initiative_id \(.text) NOT NULL REFERENCES initiative (id),
            author_id \(.text) NOT NULL REFERENCES person (id),
            about_id \(.text) NOT NULL REFERENCES person (id),
            course_id \(.text) REFERENCES course (id),
            -- A stage of that course.
            module_key \(.text),
            -- Markdown.
            text \(.text) NOT NULL,
            state \(.text) NOT NULL CHECK (state IN ('waiting', 'approved', 'declined', 'withdrawn')),
            created_at \(.integer) NOT NULL,
            decided_at \(.integer),
            revision \(.integer) NOT NULL DEFAULT 1,
            CHECK (module_key IS NULL OR course_id IS NOT NULL)
        )\(.strict);
        CREATE INDEX story_initiative ON story (initiative_id, state, id);
        CREATE INDEX story_author ON story (author_id, id);
        CREATE INDEX story_about ON story (about_id, id);

        -- What coaches and witnesses said: few of all events.
        CREATE INDEX event_support ON event (enrollment_id, verb, actor_id, recorded_at)
            WHERE verb IN ('held', 'confirmed', 'returned');
        """)
}
