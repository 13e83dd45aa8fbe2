import Persistence

extension Migrations {
    /// Persons, how they sign in, and the sequence that tells every node what changed.
    static let people = Migration(
        1, "people",
        """
        CREATE TABLE person (
            id \(.text) PRIMARY KEY,
            external_id \(.text) UNIQUE,
            name \(.text) NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            -- As Swift sorts and folds it, so that both databases order and compare alike.
            name_key \(.text) NOT NULL,
            email \(.text),
            email_key \(.text),
            is_learner \(.integer) NOT NULL CHECK (is_learner IN (0, 1)),
            is_trainer \(.integer) NOT NULL CHECK (is_trainer IN (0, 1)),
            is_manager \(.integer) NOT NULL CHECK (is_manager IN (0, 1)),
            is_leader \(.integer) NOT NULL CHECK (is_leader IN (0, 1)),
            is_admin \(.integer) NOT NULL CHECK (is_admin IN (0, 1)),
            manager_id \(.text) REFERENCES person (id) CHECK (manager_id <> id),
            time_zone \(.text) NOT NULL,
            locale \(.text) NOT NULL,
            created_at \(.integer) NOT NULL,
            left_at \(.integer),
            revision \(.integer) NOT NULL DEFAULT 1
        )\(.strict);
        CREATE UNIQUE INDEX person_email ON person (email_key) WHERE left_at IS NULL;
        CREATE INDEX person_manager ON person (manager_id);
        CREATE INDEX person_name ON person (name_key, id);

        -- What a prefix finds a person by: the name from each of its words on, the e-mail, the external id; folded.
        CREATE TABLE person_key (
            key \(.text) NOT NULL,
            person_id \(.text) NOT NULL REFERENCES person (id),
            PRIMARY KEY (key, person_id)
        )\(.strictByKey);
        CREATE INDEX person_key_person ON person_key (person_id);

        CREATE TABLE person_manager_period (
            person_id \(.text) NOT NULL REFERENCES person (id),
            manager_id \(.text) REFERENCES person (id),
            since \(.integer) NOT NULL,
            until \(.integer),
            PRIMARY KEY (person_id, since)
        )\(.strict);

        CREATE TABLE credential (
            id \(.text) PRIMARY KEY,
            person_id \(.text) NOT NULL REFERENCES person (id),
            kind \(.text) NOT NULL CHECK (kind IN ('password')),
            secret \(.text) NOT NULL,
            created_at \(.integer) NOT NULL,
            UNIQUE (person_id, kind)
        )\(.strict);

        CREATE TABLE token (
            id \(.text) PRIMARY KEY,
            person_id \(.text) NOT NULL REFERENCES person (id),
            kind \(.text) NOT NULL CHECK (kind IN ('session', 'personal')),
            name \(.text) NOT NULL,
            hash \(.text) NOT NULL UNIQUE,
            scope \(.text) NOT NULL,
            created_at \(.integer) NOT NULL,
            expires_at \(.integer) NOT NULL,
            revoked_at \(.integer)
        )\(.strict);
        CREATE INDEX token_person ON token (person_id, id);

        CREATE TABLE invitation (
            id \(.text) PRIMARY KEY,
            purpose \(.text) NOT NULL CHECK (purpose IN ('setup', 'invite', 'reset')),
            person_id \(.text) REFERENCES person (id) CHECK (purpose = 'setup' OR person_id IS NOT NULL),
            hash \(.text) NOT NULL UNIQUE,
            created_by \(.text) REFERENCES person (id),
            created_at \(.integer) NOT NULL,
            expires_at \(.integer) NOT NULL,
            used_at \(.integer)
        )\(.strict);

        CREATE TABLE sign_in_failure (
            -- An account or an address, hashed: logs and tables hold no names that do not exist.
            subject \(.text) PRIMARY KEY,
            failures \(.integer) NOT NULL,
            last_at \(.integer) NOT NULL
        )\(.strict);
        CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);

        CREATE TABLE setting (
            name \(.text) PRIMARY KEY,
            value \(.text) NOT NULL
        )\(.strict);

        CREATE TABLE change (
            number \(.serial),
            topic \(.text) NOT NULL,
            subject \(.text) NOT NULL
        )\(.strict);
        """)
}
