public import Learning

/// A session that has just begun, or a token that has just been made: the only moment that its secret is known.
public struct SignedIn: Sendable {
    public let secret: String
    public let token: Token
    public let person: Person
}
