import Persistence

extension Migrations {
    /// The knowledge base, what was asked and searched, and the inbox.
    static let answers = Migration(
        4, "answers",
        """
        CREATE TABLE answer (
            id \(.text) PRIMARY KEY,
            -- The author's own key where a course or a file brought it.
            key \(.text),
            question \(.text) NOT NULL,
            text \(.text) NOT NULL,
            language \(.text) NOT NULL,
            owner_id \(.text) REFERENCES person (id),
            -- YYYY-MM-DD
            verify_by \(.text),
            course_id \(.text) REFERENCES course (id),
            activity \(.text),
            state \(.text) NOT NULL CHECK (state IN ('published', 'retired')),
            created_by \(.text) REFERENCES person (id),
            created_at \(.integer) NOT NULL,
            updated_at \(.integer) NOT NULL,
            revision \(.integer) NOT NULL DEFAULT 1
        )\(.strict);
        CREATE INDEX answer_course ON answer (course_id, id);
        CREATE INDEX answer_state ON answer (state, id);
        CREATE INDEX answer_owner ON answer (owner_id, id);

        -- Which answer a file of answers brought under which key, so that the file can be read again.
        CREATE TABLE answer_file_key (
            key \(.text) PRIMARY KEY,
            answer_id \(.text) NOT NULL UNIQUE REFERENCES answer (id) ON DELETE CASCADE
        )\(.strict);

        CREATE TABLE answer_phrasing (
            answer_id \(.text) NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
            position \(.integer) NOT NULL,
            text \(.text) NOT NULL,
            PRIMARY KEY (answer_id, position)
        )\(.strictByKey);

        CREATE TABLE answer_tag (
            answer_id \(.text) NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
            tag \(.text) NOT NULL,
            PRIMARY KEY (answer_id, tag)
        )\(.strictByKey);
        CREATE INDEX answer_tag_tag ON answer_tag (tag, answer_id);

        CREATE TABLE question (
            id \(.text) PRIMARY KEY,
            asked_by \(.text) NOT NULL REFERENCES person (id),
            text \(.text) NOT NULL,
            -- What was searched for before asking, if anything; the words stay when the log of searches is cut.
            words \(.text),
            search_id \(.text),
            course_id \(.text) REFERENCES course (id),
            activity \(.text),
            state \(.text) NOT NULL CHECK (state IN ('open', 'answered')),
            answer_id \(.text) REFERENCES answer (id),
            reply \(.text),
            answered_by \(.text) REFERENCES person (id),
            answered_at \(.integer),
            created_at \(.integer) NOT NULL,
            revision \(.integer) NOT NULL DEFAULT 1,
            CHECK ((state = 'answered') = (answered_at IS NOT NULL))
        )\(.strict);
        CREATE INDEX question_state ON question (state, id);
        CREATE INDEX question_asker ON question (asked_by, id);
        CREATE INDEX question_answer ON question (answer_id, id);

        CREATE TABLE search (
            id \(.text) PRIMARY KEY,
            person_id \(.text) NOT NULL REFERENCES person (id),
            words \(.text) NOT NULL,
            -- Folded, for counting the same search of several people.
            words_key \(.text) NOT NULL,
            course_id \(.text) REFERENCES course (id),
            activity \(.text),
            found \(.integer) NOT NULL,
            is_weak \(.integer) NOT NULL CHECK (is_weak IN (0, 1)),
            outcome \(.text) CHECK (outcome IN ('helped', 'not-helped', 'asked')),
            -- An answer as the API shows it, or the course and activity of a lesson.
            helped_by \(.text),
            created_at \(.integer) NOT NULL
        )\(.strict);
        CREATE INDEX search_person ON search (person_id, id);
        CREATE INDEX search_created ON search (created_at);

        CREATE TABLE notice (
            id \(.text) PRIMARY KEY,
            person_id \(.text) NOT NULL REFERENCES person (id),
            kind \(.text) NOT NULL,
            -- Why it came, as a sentence.
            text \(.text) NOT NULL,
            -- What it is about: an id as the API shows it.
            subject \(.text),
            created_at \(.integer) NOT NULL,
            read_at \(.integer)
        )\(.strict);
        CREATE INDEX notice_person ON notice (person_id, id);

        -- Asked by every search: which courses everybody may see.
        CREATE INDEX course_open ON course (is_open, id);
        """)
}
