public import Persistence

/// What the store knows the nodes' saved indexes by.
///
/// An index that was saved says up to which change it goes. A store that was brought back from a backup may have come to that
/// number by other changes; it has not got the mark that was set when the index was saved, and so the index is not taken.
public enum SearchMarkStore {
    private static let name = "search-marks"
    /// Marks that are kept, of all nodes together: the newest.
    private static let limit = 64

    /// The marks that the store has.
    public static func all(_ connection: any SQLConnection) throws -> [String] {
        (try SettingStore.value(name, connection) ?? "").split(separator: " ").map(String.init)
    }

    /// Sets a mark: what stands for itself alone, without a space.
    public static func set(_ mark: String, _ connection: any SQLConnection) throws {
        let marks = [mark] + (try all(connection)).prefix(limit - 1)
        try SettingStore.set(name, value: marks.joined(separator: " "), connection)
    }
}
