import Persistence

extension Migrations {
    /// Who changed what. Rows are only ever added.
    static let audit = Migration(
        19, "audit",
        """
        CREATE TABLE audit (
            number \(.serial),
            at \(.integer) NOT NULL,
            actor_kind \(.text) NOT NULL CHECK (actor_kind IN ('person', 'operator', 'link')),
            actor_id \(.text) REFERENCES person (id),
            verb \(.text) NOT NULL,
            -- An id as the API shows it.
            subject \(.text) NOT NULL,
            -- Whom it concerns.
            person_id \(.text) REFERENCES person (id),
            -- A JSON array of field, before and after.
            changes \(.text) NOT NULL,
            CHECK ((actor_kind = 'person') = (actor_id IS NOT NULL))
        )\(.strict);
        CREATE INDEX audit_subject ON audit (subject, number);
        CREATE INDEX audit_actor ON audit (actor_id, number);
        CREATE INDEX audit_person ON audit (person_id, number);
        CREATE INDEX audit_verb ON audit (verb, number);
        """)
}
