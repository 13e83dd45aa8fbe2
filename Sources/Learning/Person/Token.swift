/// A bearer secret as its owner may see it: stored hashed, shown once.
public struct Token: Identified, Hashable {
    public static let idPrefix = "tok"

    /// How it came to be.
    public enum Kind: String, Sendable, CaseIterable {
        /// By signing in.
        case session
        /// Made by its owner for a program of theirs.
        case personal
    }

    public var id: Identifier<Token>
    public var personID: Identifier<Person>
    public var kind: Kind
    /// 1…200 characters.
    public var name: String
    public var scope: Caller.Scope
    public var createdAt: Instant
    public var expiresAt: Instant

    public init(
        id: Identifier<Token>, personID: Identifier<Person>, kind: Kind, name: String, scope: Caller.Scope,
        createdAt: Instant, expiresAt: Instant
    ) {
        self.id = id
        self.personID = personID
        self.kind = kind
        self.name = name
        self.scope = scope
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
