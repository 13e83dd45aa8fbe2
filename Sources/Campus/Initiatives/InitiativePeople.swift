public import Learning

/// Whom to add to an initiative.
public enum InitiativePeople: Hashable, Sendable {
    /// People by id or personnel number.
    case named([String])
    /// Everybody below a manager who is here, by the manager's id or personnel number.
    case team(String)
    /// Everybody who is in it already, for courses that it got since.
    case members
}

/// What became of one row of people who were to be added.
public struct InitiativePersonResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case added
        /// In it already, and enrolled in what it got since.
        case extended
        /// In it already.
        case unchanged
        case refused(Refusal.Detail)
    }

    /// An enrollment in one of the initiative's courses.
    public struct Place: Hashable, Sendable {
        public enum How: String, Sendable, CaseIterable {
            case created
            /// It was under way alone, and is part of the initiative from now on, on its own days.
            case takenOver = "taken-over"
            /// It was there: the initiative's, or another's.
            case kept
        }

        public var course: Identifier<Course>
        public var enrollment: Identifier<Enrollment>
        public var how: How
    }

    /// 1-based, in the order in which they were named, or of their ids.
    public var row: Int
    /// As the request names them.
    public var given: String
    /// Nil where nobody is meant.
    public var person: Identifier<Person>?
    /// Nil where the caller may not know it.
    public var name: String?
    public var outcome: Outcome
    /// In the order of the initiative's courses.
    public var places: [Place] = []

    /// The outcome as the API writes it.
    public var word: String {
        switch outcome {
        case .added: "added"
        case .extended: "extended"
        case .unchanged: "unchanged"
        case .refused: "refused"
        }
    }
}
