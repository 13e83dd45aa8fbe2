public import Learning

/// What became of one row of a roster, or would.
public struct RosterResult: Sendable {
    public enum Outcome: Sendable {
        case added
        /// The columns that say something else than what was known.
        case changed([String])
        case unchanged
        case left
        /// Somebody who had left is here again.
        case returned
        case refused(Refusal.Detail)
    }

    /// On which the row starts.
    public let line: Int
    /// As the row names the person.
    public let externalID: String
    /// Nil in a refused row of somebody unknown, and of whoever would be added.
    public var person: Identifier<Person>?
    /// As it is afterwards; nil where the row names nobody and nobody is known by it.
    public var name: String?
    public var outcome: Outcome
    /// With which somebody new chooses a password; only where links were asked for.
    public var invitation: Invited?

    /// The outcome as the API writes it.
    public var word: String {
        switch outcome {
        case .added: "added"
        case .changed: "changed"
        case .unchanged: "unchanged"
        case .left: "left"
        case .returned: "returned"
        case .refused: "refused"
        }
    }
}
