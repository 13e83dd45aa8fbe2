/// What loading a starter organization changed; all zero when it was loaded before.
public struct StarterReport: Sendable {
    public var people = 0
    public var courses = 0
    public var answers = 0
    /// Enrollments, events, attempts, questions, feedback and searches that were replayed.
    public var happenings = 0
    /// What could not be taken, a sentence each.
    public var refused: [String] = []

    public var isNothing: Bool { people + courses + answers + happenings == 0 && refused.isEmpty }
}
