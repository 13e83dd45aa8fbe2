/// Gives every item its day. What counts from another module or activity counts from the day that was completed; until then,
/// from the day it is planned for.
struct PlanCalendar {
    private let state: PlanState
    private let startsOn: CivilDate
    private let zone: String
    /// The day of each anchor that was asked for; a key under way maps to nil, so that a circle ends.
    private var anchors: [String: CivilDate?] = [:]

    init(_ state: PlanState, startsOn: CivilDate, zone: String) {
        self.state = state
        self.startsOn = startsOn
        self.zone = zone
    }

    /// The day of one occurrence; nil without one.
    mutating func due(_ step: Step, _ occurrence: Int) -> CivilDate? {
        guard step.schedule.isDated, let anchor = anchor(step.schedule.after) else { return nil }
        return step.schedule.date(of: occurrence, from: anchor)
    }

    private mutating func anchor(_ key: String?) -> CivilDate? {
        guard let key, key != "start" else { return startsOn }
        if let known = anchors[key] { return known }
        anchors[key] = .some(nil)
        let day = state.completedAt(key).map { CivilDate($0, in: zone) } ?? planned(key)
        anchors[key] = .some(day)
        return day
    }

    /// The last day that a module or activity is planned for.
    private mutating func planned(_ key: String) -> CivilDate? {
        let steps = state.outline.module(key)?.steps ?? state.outline.step(key).map { [$0] } ?? []
        var last: CivilDate?
        for step in steps {
            last = .latest(last, due(step, max(1, step.schedule.times)))
        }
        return last
    }
}
