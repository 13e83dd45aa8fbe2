import Persistence

extension Migrations {
    /// A launch ends with the session or token that made it.
    static let launchTokens = Migration(
        10, "launch-tokens", "ALTER TABLE launch ADD COLUMN token_id \(.text) REFERENCES token (id)")
}
