/// How much of a module or a course is done.
public struct Totals: Hashable, Sendable {
    /// Items that count: each occurrence of each required step.
    public var required: Int
    /// How many of them are complete; never more than `required`.
    public var done: Int
    /// When the last of them was completed; nil until all are. With nothing to do there is nothing to complete.
    public var completedAt: Instant?
    /// Whether anything has happened.
    public var isStarted: Bool

    public init(required: Int, done: Int = 0, completedAt: Instant? = nil, isStarted: Bool = false) {
        self.required = required
        self.done = done
        self.completedAt = completedAt
        self.isStarted = isStarted
    }

    /// 0…1.
    public var fraction: Double { required == 0 ? 0 : Double(done) / Double(required) }

    /// Counts one item.
    mutating func add(_ outcome: StepOutcome?, isRequired: Bool) {
        if let outcome, outcome.status != .open { isStarted = true }
        guard isRequired else { return }
        required += 1
        guard let at = outcome?.completedAt else { return }
        done += 1
        completedAt = .latest(completedAt, at)
    }

    /// Two parts together.
    static func + (left: Totals, right: Totals) -> Totals {
        Totals(
            required: left.required + right.required, done: left.done + right.done,
            completedAt: .latest(left.completedAt, right.completedAt), isStarted: left.isStarted || right.isStarted)
    }

    /// The same, complete only when all is done.
    var settled: Totals {
        var totals = self
        if required == 0 || done < required { totals.completedAt = nil }
        return totals
    }
}

extension CourseModule {
    /// What the outcomes of its items come to.
    public func totals(_ outcomes: [ItemKey: StepOutcome]) -> Totals {
        counted(outcomes).settled
    }

    fileprivate func counted(_ outcomes: [ItemKey: StepOutcome]) -> Totals {
        var totals = Totals(required: 0)
        for step in steps {
            let isRequired = step.isRequired
            for occurrence in 1...max(1, step.schedule.times) {
                totals.add(outcomes[ItemKey(step.key, occurrence)], isRequired: isRequired)
            }
        }
        return totals
    }
}

extension CourseOutline {
    /// What the outcomes of its items come to, over all modules.
    public func totals(_ outcomes: [ItemKey: StepOutcome]) -> Totals {
        modules.reduce(Totals(required: 0)) { $0 + $1.counted(outcomes) }.settled
    }

    /// How many items count toward completion.
    public var required: Int { modules.reduce(0) { $0 + $1.required } }
}
