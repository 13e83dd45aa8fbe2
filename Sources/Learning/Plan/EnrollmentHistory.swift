/// Everything that an enrollment's events come to, made from the events alone: what is stored must equal it.
public struct EnrollmentHistory: Hashable, Sendable {
    public private(set) var facts: [ItemKey: ProgressFacts] = [:]
    public private(set) var outcomes: [ItemKey: StepOutcome] = [:]
    /// By module key, each of the present version's.
    public private(set) var modules: [String: Totals] = [:]
    public private(set) var totals: Totals
    public private(set) var lastEventAt: Instant?

    /// - Parameters:
    ///   - events: all of the enrollment's. Each was recorded under one of the versions that it was on.
    ///   - stops: those versions, in their order; the last is the one that it is on now.
    public init(_ events: [EventRecord], _ stops: [VersionStop]) {
        totals = Totals(required: 0)
        var rest = Dictionary(grouping: events, by: \.version)
        for (index, stop) in stops.enumerated() {
            if index > 0 { move(to: stop) }
            take(rest.removeValue(forKey: stop.outline.version) ?? [], stop.outline)
            // What is known of a version that it was never on is still known.
            if index == stops.count - 1 { take(rest.values.joined(), stop.outline) }
            settle(stop.outline)
        }
    }

    /// What is stored of an enrollment, to be moved on.
    public init(
        facts: [ItemKey: ProgressFacts], outcomes: [ItemKey: StepOutcome], modules: [String: Totals], totals: Totals,
        lastEventAt: Instant?
    ) {
        self.facts = facts
        self.outcomes = outcomes
        self.modules = modules
        self.totals = totals
        self.lastEventAt = lastEventAt
    }

    /// Goes on under a later version. Everything that was earned stays earned, under the keys that the version gives; there
    /// may be more to do than before.
    public mutating func move(to stop: VersionStop) {
        keepEarned(stop.renames)
        settle(stop.outline)
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
        let before = modules
        modules = [:]
        for module in outline.modules {
            var now = module.totals(outcomes)
            now.completedAt = .earliest(now.completedAt, before[module.key]?.completedAt)
            modules[module.key] = now
        }
    }

    /// Carries what was reached into the next version, under the keys that it gives.
    private mutating func keepEarned(_ renames: Renames) {
        var carried: [ItemKey: ProgressFacts] = [:]
        var kept: [ItemKey: StepOutcome] = [:]
        for (key, facts) in facts {
            var facts = facts
            facts.earned = .earliest(facts.earned, outcomes[key]?.completedAt)
            let renamed = ItemKey(renames.now(key.activity), key.occurrence)
            carried[renamed, default: ProgressFacts()].merge(facts)
            kept[renamed] = outcomes[key]
        }
        facts = carried
        outcomes = kept
    }
}
