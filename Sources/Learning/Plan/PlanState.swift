/// What has come of every item of a course, and what that holds back.
public struct PlanState: Sendable {
    public let outline: CourseOutline
    public let facts: [ItemKey: ProgressFacts]
    public let outcomes: [ItemKey: StepOutcome]

    public init(_ outline: CourseOutline, facts: [ItemKey: ProgressFacts]) {
        self.outline = outline
        self.facts = facts
        var outcomes: [ItemKey: StepOutcome] = [:]
        for (key, facts) in facts {
            if let step = outline.step(key.activity) { outcomes[key] = step.outcome(facts) }
        }
        self.outcomes = outcomes
    }

    /// The keys of what comes before `step` and is not done. Locks guard what is offered and launched, never what is recorded.
    public func locks(on step: Step, in module: CourseModule) -> [String] {
        var seen: Set<String> = []
        return (module.requires + step.requires).filter { seen.insert($0).inserted && !isSatisfied($0) }
    }

    /// The keys of what comes before an activity and is not done; empty as well when the course has no such activity.
    public func locks(on activity: String) -> [String] {
        guard let step = outline.step(activity), let module = outline.module(of: activity) else { return [] }
        return locks(on: step, in: module)
    }

    /// Whether a module or activity is done. What is not required, or not in the course, holds nobody back.
    func isSatisfied(_ key: String) -> Bool {
        if let module = outline.module(key) { return module.steps.allSatisfy(isSatisfied) }
        return outline.step(key).map(isSatisfied) ?? true
    }

    private func isSatisfied(_ step: Step) -> Bool {
        !step.isRequired || occurrences(of: step).allSatisfy { outcomes[$0]?.completedAt != nil }
    }

    /// When all of a module or activity was done; nil until then.
    func completedAt(_ key: String) -> Instant? {
        let steps = outline.module(key)?.steps.filter(\.isRequired) ?? outline.step(key).map { [$0] } ?? []
        var latest: Instant?
        for item in steps.flatMap(occurrences) {
            guard let at = outcomes[item]?.completedAt else { return nil }
            latest = .latest(latest, at)
        }
        return latest
    }

    func occurrences(of step: Step) -> [ItemKey] {
        (1...max(1, step.schedule.times)).map { ItemKey(step.key, $0) }
    }
}
