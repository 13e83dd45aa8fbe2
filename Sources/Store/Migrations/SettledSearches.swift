import Persistence

extension Migrations {
    /// Which answer was given to what somebody had searched for in vain.
    static let settledSearches = Migration(
        32, "settled-searches",
        """
        ALTER TABLE search ADD COLUMN answered_by \(.text) REFERENCES answer (id);
        CREATE INDEX search_answered ON search (answered_by) WHERE answered_by IS NOT NULL;
        """)
}
