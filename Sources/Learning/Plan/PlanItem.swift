/// One line of a learner's plan: a step, or one of its occurrences.
public struct PlanItem: Hashable, Sendable {
    public enum Status: String, Sendable, Codable, CaseIterable {
        case open, started
        /// Handed in; a witness has the next word.
        case waiting
        case done
        /// Something else comes first.
        case locked
        /// It cannot be opened, and is not required.
        case unavailable
    }

    public var step: Step
    /// 1-based.
    public var occurrence: Int
    public var status: Status
    /// Nil where the course gives no date, or counts it from something that has none yet.
    public var dueOn: CivilDate?
    /// Required, not done, and its day is over.
    public var isOverdue: Bool
    public var outcome: StepOutcome
    public var unmet: [Unmet]
    /// What comes first: keys of modules and activities, in the order in which the course names them.
    public var lockedBy: [String]
    /// A package's completion that rests on the learner's own word.
    public var isMarkedByLearner: Bool
    /// Not asked of this person.
    public var isWaived: Bool
    /// Where content stopped, in its own words.
    public var location: String?
    /// The day that the learner set for the next try of a practice; nil once it is done.
    public var nextTryOn: CivilDate?

    public var key: ItemKey { ItemKey(step.key, occurrence) }
}

/// One module of a learner's plan.
public struct PlanModule: Hashable, Sendable {
    public var key: String
    public var kind: ModuleKind
    public var title: String
    public var totals: Totals
    /// In the course's order, each step's occurrences together.
    public var items: [PlanItem]
}
