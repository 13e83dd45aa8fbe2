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

    /// A database that cannot be trusted any more.
    /// - Parameter what: the engine's words, without a full stop.
    public static func damaged(_ what: String) -> Ailment {
        Ailment(
            "database-damaged", "The database is damaged: \(what).",
            hint:
                "End cornerman and put a copy in the place of cornerman.sqlite: your own, or from backups in the data folder."
        )
    }
}
