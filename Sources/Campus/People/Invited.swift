public import Learning

/// A link that has just been made: the only moment that it is known.
public struct Invited: Sendable {
    public let invitation: Invitation
    /// What stands at the end of the link.
    public let secret: String
    /// What the person opens.
    public let url: String
}
