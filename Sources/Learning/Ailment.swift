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
}
