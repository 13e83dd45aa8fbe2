import Persistence

extension Migrations {
    /// What is said of one thing in one way, what of it waits for others, and the blocks it has formed.
    static let voices = Migration(
        11, "voices",
        """
        CREATE TABLE voice_series (
            id \(.integer) PRIMARY KEY,
            course_id \(.text) NOT NULL REFERENCES course (id),
            source \(.text) NOT NULL CHECK (source IN ('feedback', 'pulse')),
            -- Empty: the course as a whole.
            activity \(.text) NOT NULL,
            -- 0 for feedback, which has none.
            occurrence \(.integer) NOT NULL,
            measure \(.text) NOT NULL CHECK (measure IN ('score', 'words')),
            -- A pulse's scale or question; empty for feedback, and for words that answer no question.
            key \(.text) NOT NULL,
            voices \(.integer) NOT NULL DEFAULT 0,
            blocks \(.integer) NOT NULL DEFAULT 0,
            -- The latest time at which something was said so far.
            clock \(.integer) NOT NULL,
            UNIQUE (course_id, source, activity, occurrence, measure, key)
        )\(.strict);

        CREATE TABLE voice (
            -- The columns of the key come first and in its order: otherwise SQLite 3.40's integrity check sees nulls.
            series_id \(.integer) NOT NULL REFERENCES voice_series (id),
            -- The number of its block; 0 while it waits.
            block \(.integer) NOT NULL DEFAULT 0,
            -- Counts in the order of commits.
            position \(.integer) NOT NULL,
            person_id \(.text) NOT NULL REFERENCES person (id),
            score \(.integer),
            words \(.text),
            -- A block is read together.
            PRIMARY KEY (series_id, block, position),
            UNIQUE (series_id, position),
            CHECK ((score IS NULL) <> (words IS NULL))
        )\(.strictByKey);

        -- For a voice that waits, the teams it may count for: from the lowest up (height), and at last everybody (empty).
        CREATE TABLE voice_waiting (
            series_id \(.integer) NOT NULL,
            team \(.text) NOT NULL,
            position \(.integer) NOT NULL,
            height \(.integer) NOT NULL,
            person_id \(.text) NOT NULL,
            said_at \(.integer) NOT NULL,
            PRIMARY KEY (series_id, team, position),
            FOREIGN KEY (series_id, position) REFERENCES voice (series_id, position)
        )\(.strictByKey);
        CREATE INDEX voice_waiting_position ON voice_waiting (series_id, position, height);
        CREATE INDEX voice_waiting_person ON voice_waiting (series_id, team, person_id);
        CREATE INDEX voice_waiting_height ON voice_waiting (series_id, team, height);
        CREATE INDEX voice_waiting_age ON voice_waiting (series_id, team, said_at);

        -- In whose reports a block counts; everybody's is the empty team.
        CREATE TABLE voice_block (
            series_id \(.integer) NOT NULL REFERENCES voice_series (id),
            team \(.text) NOT NULL,
            number \(.integer) NOT NULL,
            PRIMARY KEY (series_id, team, number)
        )\(.strictByKey);
        CREATE INDEX voice_block_team ON voice_block (team, series_id, number);

        -- What was said before is put in order at the first start.
        INSERT INTO setting (name, value) VALUES ('voices', 'unformed');
        """)
}
