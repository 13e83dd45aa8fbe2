import Persistence

extension Migrations {
    /// What people searched for who were helped by an answer, and what is learned from it.
    static let learnedPhrasings = Migration(
        23, "learned-phrasings",
        """
        CREATE TABLE confirmation (
            answer_id \(.text) NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
            person_id \(.text) NOT NULL REFERENCES person (id),
            search_id \(.text) NOT NULL,
            words \(.text) NOT NULL,
            -- Folded: the same words of the same person are one row, the newest.
            words_key \(.text) NOT NULL,
            said_at \(.integer) NOT NULL,
            PRIMARY KEY (answer_id, person_id, search_id)
        )\(.strictByKey);
        CREATE INDEX confirmation_search ON confirmation (search_id);
        CREATE INDEX confirmation_newest ON confirmation (answer_id, said_at, search_id);

        INSERT INTO confirmation (answer_id, person_id, search_id, words, words_key, said_at)
        SELECT answer.id, search.person_id, MAX(search.id), MAX(search.words), search.words_key, MAX(search.created_at)
        FROM search JOIN answer ON answer.id = SUBSTR(search.helped_by, 5)
        WHERE search.outcome = 'helped'
        GROUP BY answer.id, search.person_id, search.words_key;

        CREATE TABLE learned_phrasing (
            id \(.text) PRIMARY KEY,
            answer_id \(.text) NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
            -- Words that at least two people typed.
            words \(.text) NOT NULL,
            people \(.integer) NOT NULL CHECK (people >= 2),
            learned_at \(.integer) NOT NULL,
            -- A revoked one stays, so that it is not learned again.
            revoked_at \(.integer)
        )\(.strict);
        CREATE INDEX learned_phrasing_answer ON learned_phrasing (answer_id, id);
        """)
}
