import Persistence

extension Migrations {
    /// Files of packages that no learner gets are kept, too, so that a package can be given back whole.
    static let withheldFiles = Migration(
        18, "withheld-files",
        "ALTER TABLE version_file ADD COLUMN is_withheld \(.integer) NOT NULL DEFAULT 0 CHECK (is_withheld IN (0, 1))")
}
