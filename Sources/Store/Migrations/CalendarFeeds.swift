import Persistence

extension Migrations {
    /// Addresses of people's calendars, and when on a day an initiative meets.
    static let calendarFeeds = Migration(
        15, "calendar-feeds",
        """
        CREATE TABLE calendar_feed (
            person_id \(.text) PRIMARY KEY REFERENCES person (id),
            -- SHA-256 of the secret in the address.
            hash \(.text) NOT NULL UNIQUE,
            created_at \(.integer) NOT NULL
        )\(.strict);

        -- HH:MM in the initiative's zone; null where its kickoffs and meetings are of a day.
        ALTER TABLE initiative ADD COLUMN meets_at \(.text);
        """)
}
