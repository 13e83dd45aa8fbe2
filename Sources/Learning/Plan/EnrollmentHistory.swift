/// Everything that an enrollment's events come to, made from the events alone: what is stored must equal it.
public struct EnrollmentHistory: Hashable, Sendable {
    public private(set) var facts: [ItemKey: ProgressFacts] = [:]
    public private(set) var outcomes: [ItemKey: StepOutcome] = [:]
    /// By module key, each of the present version's.
    public private(set) var modules: [String: Totals] = [:]
    public private(set) var totals: Totals
    public private(set) var lastEventAt: Instant?

    /// - Parameters:
    ///   - events: all of the enrollment's, in the order in which they were recorded. An enrollment moves on from version to
    ///     version, so that those of one version stand together.
    ///   - outline: the version that the enrollment is pinned to now.
    ///   - earlier: the versions that events name beside that.
    public init(
        _ events: [EventRecord], _ outline: CourseOutline, earlier: [Identifier<CourseVersion>: CourseOutline] = [:]
    ) {
        totals = Totals(required: 0)
        var rest = events[...]
        while let version = rest.first?.version {
            let group = rest.prefix { $0.version == version }
            rest = rest.dropFirst(group.count)
            guard version != outline.version else {
                take(group, outline)
                continue
            }
            // What is known of a version that is gone is still known; it only earns nothing.
            let then = earlier[version] ?? outline
            take(group, then)
            settle(then)
            keepEarned(renamedBy: (rest.first?.version).flatMap { earlier[$0] } ?? outline)
        }
        settle(outline)
        let kept = modules
        modules = [:]
        for module in outline.modules {
            modules[module.key] = kept[module.key] ?? Totals(required: module.required)
        }
    }

    private mutating func take(_ events: some Sequence<EventRecord>, _ outline: CourseOutline) {
        for event in events {
            let activity = outline.step(event.activity)?.key ?? event.activity
            facts[ItemKey(activity, event.occurrence), default: ProgressFacts()].add(event)
            lastEventAt = .latest(lastEventAt, event.occurredAt)
        }
    }

    /// Judges the facts by a version's rules. A completion that was reached stays, and never moves to later.
    private mutating func settle(_ outline: CourseOutline) {
        for (key, facts) in facts {
            if let step = outline.step(key.activity) { outcomes[key] = step.outcome(facts) }
        }
        var now = outline.totals(outcomes)
        now.completedAt = .earliest(now.completedAt, totals.completedAt)
        now.isStarted = lastEventAt != nil
        totals = now
        for module in outline.modules {
            var now = module.totals(outcomes)
            now.completedAt = .earliest(now.completedAt, modules[module.key]?.completedAt)
            modules[module.key] = now
        }
    }

    /// Carries what was reached into the next version, under the keys that it gives.
    private mutating func keepEarned(renamedBy outline: CourseOutline) {
        var carried: [ItemKey: ProgressFacts] = [:]
        var kept: [ItemKey: StepOutcome] = [:]
        for (key, facts) in facts {
            var facts = facts
            facts.earned = .earliest(facts.earned, outcomes[key]?.completedAt)
            let renamed = ItemKey(outline.step(key.activity)?.key ?? key.activity, key.occurrence)
            carried[renamed, default: ProgressFacts()].merge(facts)
            kept[renamed] = outcomes[key]
        }
        facts = carried
        outcomes = kept
    }
}
