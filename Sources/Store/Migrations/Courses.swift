import Persistence

extension Migrations {
    /// Courses, their immutable versions, and the imports that made them.
    static let courses = Migration(
        2, "courses",
        """
        CREATE TABLE course (
            id \(.text) PRIMARY KEY,
            key \(.text) NOT NULL UNIQUE,
            title \(.text) NOT NULL,
            title_key \(.text) NOT NULL,
            language \(.text) NOT NULL,
            owner_id \(.text) REFERENCES person (id),
            version_id \(.text) NOT NULL,
            is_open \(.integer) NOT NULL CHECK (is_open IN (0, 1)),
            created_at \(.integer) NOT NULL,
            revision \(.integer) NOT NULL DEFAULT 1
        )\(.strict);
        CREATE INDEX course_title ON course (title_key, id);

        CREATE TABLE course_version (
            id \(.text) PRIMARY KEY,
            -- Null until published: a staged version is nobody's yet.
            course_id \(.text) REFERENCES course (id),
            course_key \(.text) NOT NULL,
            number \(.integer),
            label \(.text) NOT NULL,
            language \(.text) NOT NULL,
            title \(.text) NOT NULL,
            why \(.text),
            benefit \(.text),
            stop \(.text),
            format \(.text) NOT NULL,
            -- SHA-256 of the package's content: the same bytes twice are one version.
            digest \(.text) NOT NULL,
            state \(.text) NOT NULL CHECK (state IN ('staged', 'published')),
            imported_by \(.text) REFERENCES person (id),
            created_at \(.integer) NOT NULL,
            published_at \(.integer),
            modules \(.integer) NOT NULL,
            activities \(.integer) NOT NULL,
            CHECK ((state = 'published') = (course_id IS NOT NULL AND number IS NOT NULL)),
            UNIQUE (course_id, number)
        )\(.strict);
        CREATE UNIQUE INDEX course_version_digest ON course_version (course_id, digest) WHERE state = 'published';

        CREATE TABLE behavior (
            version_id \(.text) NOT NULL REFERENCES course_version (id) ON DELETE CASCADE,
            position \(.integer) NOT NULL,
            key \(.text) NOT NULL,
            text \(.text) NOT NULL,
            PRIMARY KEY (version_id, position),
            UNIQUE (version_id, key)
        )\(.strict);

        CREATE TABLE module (
            version_id \(.text) NOT NULL REFERENCES course_version (id) ON DELETE CASCADE,
            position \(.integer) NOT NULL,
            key \(.text) NOT NULL,
            kind \(.text) NOT NULL CHECK (kind IN ('training', 'development', 'coaching')),
            title \(.text) NOT NULL,
            -- A JSON array of keys.
            requires \(.text) NOT NULL,
            PRIMARY KEY (version_id, position),
            UNIQUE (version_id, key)
        )\(.strict);

        CREATE TABLE step (
            version_id \(.text) NOT NULL REFERENCES course_version (id) ON DELETE CASCADE,
            -- Counts through the whole version.
            position \(.integer) NOT NULL,
            module_key \(.text) NOT NULL,
            key \(.text) NOT NULL,
            kind \(.text) NOT NULL,
            title \(.text) NOT NULL,
            -- The whole Learning.Step as JSON; the columns beside it are what statements ask for.
            definition \(.text) NOT NULL,
            PRIMARY KEY (version_id, position),
            UNIQUE (version_id, key)
        )\(.strict);

        CREATE TABLE version_answer (
            version_id \(.text) NOT NULL REFERENCES course_version (id) ON DELETE CASCADE,
            position \(.integer) NOT NULL,
            key \(.text) NOT NULL,
            -- The whole Learning.AnswerDraft as JSON: what the author wrote, whatever people made of it since.
            definition \(.text) NOT NULL,
            PRIMARY KEY (version_id, position),
            UNIQUE (version_id, key)
        )\(.strict);

        -- Which answer a course brought under which key. An answer whose revision is no longer this one was edited since.
        CREATE TABLE course_answer (
            course_id \(.text) NOT NULL REFERENCES course (id),
            key \(.text) NOT NULL,
            answer_id \(.text) NOT NULL UNIQUE,
            revision \(.integer) NOT NULL,
            -- What the author last wrote, as in version_answer.
            definition \(.text) NOT NULL,
            PRIMARY KEY (course_id, key)
        )\(.strict);

        CREATE TABLE version_file (
            version_id \(.text) NOT NULL REFERENCES course_version (id) ON DELETE CASCADE,
            path \(.text) NOT NULL,
            digest \(.text) NOT NULL,
            size \(.integer) NOT NULL,
            PRIMARY KEY (version_id, path)
        )\(.strict);
        CREATE INDEX version_file_digest ON version_file (digest);

        CREATE TABLE import_job (
            id \(.text) PRIMARY KEY,
            requested_by \(.text) REFERENCES person (id),
            file_name \(.text) NOT NULL,
            -- SHA-256 and length of what was uploaded.
            digest \(.text) NOT NULL,
            size \(.integer) NOT NULL,
            state \(.text) NOT NULL CHECK (state IN ('waiting', 'running', 'ended')),
            result \(.text) CHECK (result IN ('created', 'unchanged', 'refused', 'failed')),
            -- How often it was begun.
            tries \(.integer) NOT NULL DEFAULT 0,
            format \(.text),
            title \(.text),
            course_id \(.text) REFERENCES course (id),
            version_id \(.text),
            modules \(.integer) NOT NULL DEFAULT 0,
            activities \(.integer) NOT NULL DEFAULT 0,
            answers \(.integer) NOT NULL DEFAULT 0,
            files \(.integer) NOT NULL DEFAULT 0,
            created_at \(.integer) NOT NULL,
            ended_at \(.integer),
            CHECK ((state = 'ended') = (result IS NOT NULL))
        )\(.strict);
        CREATE INDEX import_job_state ON import_job (state, id);

        CREATE TABLE import_finding (
            import_id \(.text) NOT NULL REFERENCES import_job (id),
            position \(.integer) NOT NULL,
            severity \(.text) NOT NULL CHECK (severity IN ('fatal', 'warning', 'note', 'advice')),
            code \(.text) NOT NULL,
            entry \(.text),
            line_number \(.integer),
            column_number \(.integer),
            path \(.text),
            message \(.text) NOT NULL,
            hint \(.text),
            count \(.integer) NOT NULL,
            PRIMARY KEY (import_id, position)
        )\(.strict);
        """)
}
