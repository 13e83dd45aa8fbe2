/// What one enrollment asks of its learner, when, and how far they are: made anew from facts, rules and the day.
public struct Plan: Hashable, Sendable {
    public var modules: [PlanModule]
    public var totals: Totals
    /// What to do now, soonest first.
    public var next: [PlanItem]
    public var buyIn: [BuyIn]

    /// How far ahead `next` looks, in days.
    public static let horizon = 7
    /// How many items `next` has at least, where there is so much left.
    public static let leastNext = 3

    /// - Parameters:
    ///   - startsOn: the later of the initiative's start and the enrollment's date, in `zone`.
    ///   - zone: IANA name; completion moments become days in it.
    ///   - today: in `zone`.
    public init(
        _ outline: CourseOutline, facts: [ItemKey: ProgressFacts], startsOn: CivilDate, zone: String, today: CivilDate
    ) {
        let state = PlanState(outline, facts: facts)
        var calendar = PlanCalendar(state, startsOn: startsOn, zone: zone)
        var modules: [PlanModule] = []
        for module in outline.modules {
            let items = module.steps.flatMap { step in
                (1...max(1, step.schedule.times)).map { occurrence in
                    PlanItem(
                        step, occurrence, in: module, state, dueOn: calendar.due(step, occurrence), today: today)
                }
            }
            modules.append(
                PlanModule(
                    key: module.key, kind: module.kind, title: module.title, totals: module.totals(state.outcomes),
                    items: items))
        }
        self.modules = modules
        totals = outline.totals(state.outcomes)
        next = Self.next(modules, startsOn: startsOn, today: today)
        buyIn = BuyIn.list(outline, facts: facts)
    }

    /// What can be done now: required, not done, not locked, not waiting for somebody else, of each activity the first
    /// such occurrence. What has no date of its own is as urgent as what stands before it in its module.
    private static func next(_ modules: [PlanModule], startsOn: CivilDate, today: CivilDate) -> [PlanItem] {
        var candidates: [(item: PlanItem, on: CivilDate)] = []
        for module in modules {
            var before = startsOn
            var seen: Set<String> = []
            for item in module.items {
                before = max(before, item.occurrence == 1 ? item.dueOn ?? before : before)
                guard item.step.isRequired, item.status == .open || item.status == .started,
                    seen.insert(item.step.key).inserted
                else { continue }
                candidates.append((item, item.nextTryOn ?? item.dueOn ?? before))
            }
        }
        // The sort of equals keeps the course's order, which enumeration makes explicit.
        let sorted = candidates.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
        let soon = sorted.prefix { $0.element.on <= today.advanced(days: horizon) }.count
        return sorted.prefix(max(soon, leastNext)).map(\.element.item)
    }
}

extension PlanItem {
    fileprivate init(
        _ step: Step, _ occurrence: Int, in module: CourseModule, _ state: PlanState, dueOn: CivilDate?,
        today: CivilDate
    ) {
        let key = ItemKey(step.key, occurrence)
        let facts = state.facts[key] ?? ProgressFacts()
        let outcome = state.outcomes[key] ?? StepOutcome()
        let lockedBy = outcome.status == .done ? [] : state.locks(on: step, in: module)
        self.init(
            step: step, occurrence: occurrence, status: Self.status(step, outcome, lockedBy), dueOn: dueOn,
            isOverdue: step.isRequired && outcome.completedAt == nil && dueOn.map { $0 < today } ?? false,
            outcome: outcome, unmet: step.unmet(facts), lockedBy: lockedBy,
            isMarkedByLearner: step.kind == .package && facts.marked != nil && facts.first[.passed] == nil,
            isWaived: facts.first[.waived] != nil, location: facts.location?.text,
            nextTryOn: outcome.completedAt == nil ? facts.nextTryOn : nil)
    }

    private static func status(_ step: Step, _ outcome: StepOutcome, _ lockedBy: [String]) -> Status {
        switch outcome.status {
        case .done: .done
        case .waiting: .waiting
        case _ where step.unavailable != nil: .unavailable
        case _ where !lockedBy.isEmpty: .locked
        case .open: .open
        case .started: .started
        }
    }
}
