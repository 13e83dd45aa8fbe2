import Persistence

extension Migrations {
    /// Wrong attendance codes, so that trying all of them is noticed.
    static let wrongCodes = Migration(
        9, "wrong-codes",
        """
        CREATE TABLE wrong_code (
            enrollment_id \(.text) NOT NULL REFERENCES enrollment (id),
            activity \(.text) NOT NULL,
            wrong \(.integer) NOT NULL CHECK (wrong >= 1),
            -- When the first of them was entered; some time later all are forgotten.
            since \(.integer) NOT NULL,
            PRIMARY KEY (enrollment_id, activity)
        )\(.strictByKey);
        CREATE INDEX wrong_code_since ON wrong_code (since);
        """)
}
