/// What moving on to a later version comes to for one person.
public struct MoveGain: Hashable, Sendable {
    /// Steps that they have to do, and that their present version asks not at all or not as often.
    public var new: [String]
    /// Steps that are done at once, and that their present version has not, or not done: what they did before counts.
    public var credited: [String]
    /// Steps that they did and that the later version no longer has; what was earned in them stays.
    public var retired: [String]
    public var before: Totals
    public var after: Totals

    /// - Parameters:
    ///   - old: the version that they are on.
    ///   - before: how far they are in it.
    ///   - stop: the later version.
    ///   - after: how far they are in that.
    public init(
        from old: CourseOutline, _ before: EnrollmentHistory, to stop: VersionStop, _ after: EnrollmentHistory
    ) {
        var partners: [String: Step] = [:]
        for step in old.modules.flatMap(\.steps) {
            let now = stop.renames.now(step.key)
            if partners[now] == nil || step.key == now { partners[now] = step }
        }
        new = []
        credited = []
        for step in stop.outline.modules.flatMap(\.steps) where step.isRequired {
            let partner = partners[step.key].flatMap { $0.isRequired ? $0 : nil }
            if Self.isDone(step, after) {
                if partner.map({ Self.isDone($0, before) }) != true { credited.append(step.key) }
            } else if (partner?.schedule.times ?? 0) < step.schedule.times {
                new.append(step.key)
            }
        }
        let keys = Set(stop.outline.modules.flatMap(\.steps).map(\.key))
        retired = old.modules.flatMap(\.steps).filter { step in
            !keys.contains(stop.renames.now(step.key))
                && Self.items(step).contains { before.outcomes[$0]?.completedAt != nil }
        }.map(\.key)
        self.before = before.totals
        self.after = after.totals
    }

    private static func isDone(_ step: Step, _ history: EnrollmentHistory) -> Bool {
        items(step).allSatisfy { history.outcomes[$0]?.completedAt != nil }
    }

    private static func items(_ step: Step) -> [ItemKey] {
        (1...max(1, step.schedule.times)).map { ItemKey(step.key, $0) }
    }
}
