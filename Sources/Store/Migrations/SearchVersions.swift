import Persistence

extension Migrations {
    /// Which version of a course somebody searched from. Of searches from before it is not known.
    static let searchVersions = Migration(
        26, "search-versions", "ALTER TABLE search ADD COLUMN version_id \(.text) REFERENCES course_version (id)")
}
