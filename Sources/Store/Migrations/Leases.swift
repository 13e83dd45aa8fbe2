import Persistence

extension Migrations {
    /// Who works on an import, and until when nobody else does.
    static let leases = Migration(
        22, "leases",
        """
        -- The node's name for itself, new at each start.
        ALTER TABLE import_job ADD COLUMN node \(.text);
        ALTER TABLE import_job ADD COLUMN leased_until \(.integer)
        """)
}
