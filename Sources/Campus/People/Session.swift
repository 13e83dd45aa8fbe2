public import Learning

/// The session of a call, as its owner sees it.
public struct Session: Sendable {
    public let person: Person
    public let caller: Caller
    public let token: Token

    /// Seconds from signing in until it ends by itself.
    static let length: Int64 = 7 * 86_400
    /// What its secret starts with.
    static let prefix = "cms"
}
