import Persistence

extension Migrations {
    /// Enrollments, events, what they add up to, attempts, and the counters that reports read.
    static let progress = Migration(
        3, "progress",
        """
        CREATE TABLE enrollment (
            id \(.text) PRIMARY KEY,
            person_id \(.text) NOT NULL REFERENCES person (id),
            course_id \(.text) NOT NULL REFERENCES course (id),
            version_id \(.text) NOT NULL REFERENCES course_version (id),
            -- The first day in time_zone, as YYYY-MM-DD.
            starts_on \(.text) NOT NULL,
            time_zone \(.text) NOT NULL,
            created_by \(.text) REFERENCES person (id),
            created_at \(.integer) NOT NULL,
            ended_at \(.integer),
            required \(.integer) NOT NULL,
            done \(.integer) NOT NULL CHECK (done BETWEEN 0 AND required),
            completed_at \(.integer),
            last_event_at \(.integer),
            revision \(.integer) NOT NULL DEFAULT 1
        )\(.strict);
        CREATE INDEX enrollment_person ON enrollment (person_id, id);
        CREATE INDEX enrollment_course ON enrollment (course_id, id);

        CREATE TABLE event (
            -- Made by the client: a repeat is known by it.
            id \(.text) NOT NULL UNIQUE,
            enrollment_id \(.text) NOT NULL REFERENCES enrollment (id),
            activity \(.text) NOT NULL,
            occurrence \(.integer) NOT NULL CHECK (occurrence >= 1),
            attempt_id \(.text),
            -- The version that the enrollment was pinned to when it was recorded.
            version_id \(.text) NOT NULL REFERENCES course_version (id),
            verb \(.text) NOT NULL,
            -- The Learning.EventData as JSON with sorted keys.
            data \(.text) NOT NULL,
            actor_id \(.text) NOT NULL REFERENCES person (id),
            occurred_at \(.integer) NOT NULL,
            recorded_at \(.integer) NOT NULL,
            via \(.text) NOT NULL,
            -- A history is read together and only grows at its end.
            PRIMARY KEY (enrollment_id, recorded_at, id)
        )\(.strictByKey);

        CREATE TABLE progress (
            enrollment_id \(.text) NOT NULL REFERENCES enrollment (id),
            activity \(.text) NOT NULL,
            occurrence \(.integer) NOT NULL,
            status \(.text) NOT NULL CHECK (status IN ('open', 'started', 'waiting', 'done')),
            completed_at \(.integer),
            success \(.integer) CHECK (success IN (0, 1)),
            score \(.real),
            -- The Learning.ProgressFacts that the columns beside it were made from, as its text.
            facts \(.text) NOT NULL,
            PRIMARY KEY (enrollment_id, activity, occurrence)
        )\(.strictByKey);

        CREATE TABLE module_progress (
            enrollment_id \(.text) NOT NULL REFERENCES enrollment (id),
            module_key \(.text) NOT NULL,
            required \(.integer) NOT NULL,
            done \(.integer) NOT NULL CHECK (done BETWEEN 0 AND required),
            completed_at \(.integer),
            is_started \(.integer) NOT NULL CHECK (is_started IN (0, 1)),
            PRIMARY KEY (enrollment_id, module_key)
        )\(.strictByKey);

        CREATE TABLE attempt (
            id \(.text) PRIMARY KEY,
            enrollment_id \(.text) NOT NULL REFERENCES enrollment (id),
            activity \(.text) NOT NULL,
            occurrence \(.integer) NOT NULL,
            number \(.integer) NOT NULL,
            version_id \(.text) NOT NULL REFERENCES course_version (id),
            seed \(.integer) NOT NULL,
            -- Question key to chosen option keys or words, as JSON.
            responses \(.text) NOT NULL,
            opened_at \(.integer) NOT NULL,
            submitted_at \(.integer),
            score \(.real),
            success \(.integer) CHECK (success IN (0, 1)),
            revision \(.integer) NOT NULL DEFAULT 1,
            UNIQUE (enrollment_id, activity, occurrence, number)
        )\(.strict);

        -- Per direct manager ('' for nobody's) and course; module_key '' is the course as a whole. Teams are rolled up
        -- the tree when read, so that moving a person touches two managers' rows.
        CREATE TABLE completion_counter (
            course_id \(.text) NOT NULL REFERENCES course (id),
            module_key \(.text) NOT NULL,
            manager_id \(.text) NOT NULL,
            enrolled \(.integer) NOT NULL,
            started \(.integer) NOT NULL,
            completed \(.integer) NOT NULL,
            required \(.integer) NOT NULL,
            done \(.integer) NOT NULL,
            PRIMARY KEY (course_id, module_key, manager_id)
        )\(.strictByKey);
        CREATE INDEX completion_counter_manager ON completion_counter (manager_id, course_id);
        """)
}
