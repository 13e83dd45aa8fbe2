/// One thing that an examination of the data found wrong.
public struct Ailment: Hashable, Sendable, Codable {
    /// Stable, lower case with hyphens: `blob-missing`.
    public var code: String
    /// A sentence.
    public var message: String
    /// How to mend it, a sentence.
    public var hint: String

    public init(_ code: String, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// A sentence encoder that cannot be used.
    /// - Parameter why: a sentence or two.
    public static func model(_ why: String) -> Ailment {
        Ailment(
            "model-refused", why,
            hint: "Until a good file is in its place and the server was started anew, search goes by words alone.")
    }

    /// An index of search that cannot be used.
    /// - Parameter why: a clause, without a full stop.
    public static func searchIndex(_ why: String) -> Ailment {
        Ailment(
            "search-index-unusable", "The index of search, search.index, cannot be used: \(why).",
            hint: "Nothing is lost: remove it while nobody serves, and the next start makes it anew.")
    }

    /// A database that cannot be trusted any more.
    /// - Parameter what: the engine's words, without a full stop.
    public static func damaged(_ what: String) -> Ailment {
        Ailment(
            "database-damaged", "The database is damaged: \(what).",
            hint:
                "End cornerman, bring your newest backup back with cornerman restore BACKUP --data NEWFOLDER, and serve that. "
                + "Without one, put a copy from backups in the data folder in the place of cornerman.sqlite."
        )
    }
}
