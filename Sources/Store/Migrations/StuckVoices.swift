import Persistence

extension Migrations {
    /// Where people were stuck, as boards may tell of it.
    static let stuckVoices = Migration(
        20, "stuck-voices",
        """
        -- Questions that were asked, and searches that came to nothing, of a course. It holds no words.
        CREATE TABLE stuck_voice (
            course_id \(.text) NOT NULL REFERENCES course (id),
            kind \(.text) NOT NULL CHECK (kind IN ('question', 'search')),
            -- The number of its block among those of its course and kind; 0 while it waits for others.
            block \(.integer) NOT NULL DEFAULT 0,
            -- The question, or the search, whose row may be gone before.
            subject \(.text) NOT NULL,
            person_id \(.text) NOT NULL REFERENCES person (id),
            said_at \(.integer) NOT NULL,
            -- A block is read together.
            PRIMARY KEY (course_id, kind, block, subject),
            UNIQUE (kind, subject)
        )\(.strictByKey);
        CREATE INDEX stuck_voice_person ON stuck_voice (person_id, course_id, kind, block);

        -- What there is already is one block of its course where five people said it, and waits where they are fewer.
        INSERT INTO stuck_voice (course_id, kind, block, subject, person_id, said_at)
        SELECT question.course_id, 'question', CASE WHEN course.people >= 5 THEN 1 ELSE 0 END, question.id,
               question.asked_by, question.created_at
        FROM question
        JOIN (SELECT course_id, COUNT(DISTINCT asked_by) AS people FROM question GROUP BY course_id) AS course
            ON course.course_id = question.course_id;
        INSERT INTO stuck_voice (course_id, kind, block, subject, person_id, said_at)
        SELECT search.course_id, 'search', CASE WHEN course.people >= 5 THEN 1 ELSE 0 END, search.id,
               search.person_id, search.created_at
        FROM search
        JOIN (SELECT course_id, COUNT(DISTINCT person_id) AS people FROM search
              WHERE outcome IN ('not-helped', 'asked') OR (outcome IS NULL AND is_weak = 1)
              GROUP BY course_id) AS course
            ON course.course_id = search.course_id
        WHERE search.outcome IN ('not-helped', 'asked') OR (search.outcome IS NULL AND search.is_weak = 1);
        """)
}
