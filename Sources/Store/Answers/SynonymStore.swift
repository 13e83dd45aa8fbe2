public import Learning
public import Persistence

/// The synonyms of the installation: one value, small enough to be read and written whole.
public enum SynonymStore {
    private static let name = "synonyms"

    /// What is there; nothing, at revision 0, before somebody has written any.
    public static func load(_ connection: any SQLConnection) throws -> Synonyms {
        guard let text = try SettingStore.value(name, connection) else { return Synonyms() }
        return try Definition.decode(text)
    }

    /// Replaces them.
    public static func save(_ synonyms: Synonyms, _ connection: any SQLConnection) throws {
        try SettingStore.set(name, value: try Definition.encode(synonyms), connection)
    }
}
