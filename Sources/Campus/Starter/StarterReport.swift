/// What loading a starter organization changed; all zero when it was loaded before.
public struct StarterReport: Sendable {
    /// What people of the organization did.
    public enum Kind: String, Sendable, CaseIterable {
        case enrollment, event, attempt, search, question, reply, feedback, outcome, initiative, invitation, story
    }

    public var people = 0
    public var courses = 0
    public var answers = 0
    /// How many things of each kind were replayed.
    public var done: [Kind: Int] = [:]
    /// What could not be taken, a sentence each.
    public var refused: [String] = []

    /// All that was replayed.
    public var happenings: Int { done.values.reduce(0, +) }

    public var isNothing: Bool { people + courses + answers + happenings == 0 && refused.isEmpty }
}
