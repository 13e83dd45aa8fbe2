public import Persistence

/// Values of the installation itself, by name.
public enum SettingStore {
    /// The value of a setting; nil when there is none.
    public static func value(_ name: String, _ connection: any SQLConnection) throws -> String? {
        try connection.value("SELECT value FROM setting WHERE name = \(name)")
    }

    /// Gives a setting its first value; one that it already has stays.
    public static func ensure(_ name: String, value: String, _ connection: any SQLConnection) throws {
        try connection.execute(
            "INSERT INTO setting (name, value) VALUES (\(name), \(value)) ON CONFLICT (name) DO NOTHING")
    }

    /// Gives a setting a value, whatever it had.
    public static func set(_ name: String, value: String, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO setting (name, value) VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
