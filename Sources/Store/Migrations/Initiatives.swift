import Persistence

extension Migrations {
    /// Changes that leaders ask of groups: their courses and people, and what those answer to the invitation.
    static let initiatives = Migration(
        14, "initiatives",
        """
        CREATE TABLE initiative (
            id \(.text) PRIMARY KEY,
            title \(.text) NOT NULL,
            -- Markdown.
            why \(.text) NOT NULL,
            sponsor_id \(.text) NOT NULL REFERENCES person (id),
            owner_id \(.text) NOT NULL REFERENCES person (id),
            -- The first day in time_zone, as YYYY-MM-DD.
            starts_on \(.text) NOT NULL,
            time_zone \(.text) NOT NULL,
            created_by \(.text) REFERENCES person (id),
            created_at \(.integer) NOT NULL,
            revision \(.integer) NOT NULL DEFAULT 1
        )\(.strict);
        CREATE INDEX initiative_sponsor ON initiative (sponsor_id, id);

        CREATE TABLE initiative_course (
            initiative_id \(.text) NOT NULL REFERENCES initiative (id),
            position \(.integer) NOT NULL,
            course_id \(.text) NOT NULL REFERENCES course (id),
            PRIMARY KEY (initiative_id, position),
            UNIQUE (initiative_id, course_id)
        )\(.strictByKey);
        CREATE INDEX initiative_course_course ON initiative_course (course_id, initiative_id);

        CREATE TABLE initiative_person (
            initiative_id \(.text) NOT NULL REFERENCES initiative (id),
            person_id \(.text) NOT NULL REFERENCES person (id),
            added_by \(.text) REFERENCES person (id),
            added_at \(.integer) NOT NULL,
            PRIMARY KEY (initiative_id, person_id)
        )\(.strictByKey);
        CREATE INDEX initiative_person_person ON initiative_person (person_id, initiative_id);

        -- Every reply that was given; the latest of a person counts.
        CREATE TABLE initiative_reply (
            initiative_id \(.text) NOT NULL REFERENCES initiative (id),
            -- Counts in the order in which replies to the invitation were committed.
            position \(.integer) NOT NULL,
            person_id \(.text) NOT NULL REFERENCES person (id),
            answer \(.text) NOT NULL CHECK (answer IN ('in', 'not-yet')),
            because \(.text),
            said_at \(.integer) NOT NULL,
            PRIMARY KEY (initiative_id, position),
            CHECK ((answer = 'not-yet') = (because IS NOT NULL))
        )\(.strictByKey);
        CREATE INDEX initiative_reply_person ON initiative_reply (person_id, initiative_id, position);

        -- Null for an enrollment that stands alone.
        ALTER TABLE enrollment ADD COLUMN initiative_id \(.text) REFERENCES initiative (id);
        CREATE INDEX enrollment_initiative ON enrollment (initiative_id, id);
        """)
}
