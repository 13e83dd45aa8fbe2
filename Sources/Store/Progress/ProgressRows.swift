import Learning
import Persistence

/// What is stored of some enrollments beside their events.
struct ProgressRows {
    private struct Item: Hashable {
        var facts: ProgressFacts
        var outcome: StepOutcome
    }

    private var items: [Identifier<Enrollment>: [ItemKey: Item]] = [:]
    private var modules: [Identifier<Enrollment>: [String: Totals]] = [:]

    init(of ids: [Identifier<Enrollment>], _ connection: any SQLConnection) throws {
        try Slices.forEachList(ids) { list in
            try connection.forEach(
                """
                SELECT enrollment_id, activity, occurrence, facts, status, completed_at, success, score FROM progress
                WHERE enrollment_id IN \(list: list)
                """
            ) { row in
                let id: Identifier<Enrollment> = try row.next()
                let key = ItemKey(try row.next(), try row.next())
                items[id, default: [:]][key] = Item(
                    facts: try row.next(),
                    outcome: StepOutcome(
                        status: try row.next(), completedAt: try row.next(), success: try row.next(),
                        score: try row.next()))
            }
            try connection.forEach(
                """
                SELECT enrollment_id, module_key, required, done, completed_at, is_started FROM module_progress
                WHERE enrollment_id IN \(list: list)
                """
            ) { row in
                modules[try row.next(), default: [:]][try row.next()] = Totals(
                    required: try row.next(), done: try row.next(), completedAt: try row.next(),
                    isStarted: try row.next())
            }
        }
    }

    /// Writes where the history says otherwise.
    func write(
        _ history: EnrollmentHistory, of state: EnrollmentState, _ connection: any SQLConnection
    ) throws -> RecomputeStore.Differences {
        var differences = RecomputeStore.Differences()
        let there = items[state.id] ?? [:]
        let gone = there.keys.filter { history.facts[$0] == nil }
        for key in gone {
            try connection.execute(
                """
                DELETE FROM progress WHERE enrollment_id = \(state.id) AND activity = \(key.activity)
                    AND occurrence = \(key.occurrence)
                """)
        }
        let changed = history.facts.compactMap { key, facts in
            let outcome = history.outcomes[key] ?? StepOutcome(status: .started)
            return there[key] == Item(facts: facts, outcome: outcome)
                ? nil : (key: ProgressStore.Key(enrollment: state.id, item: key), facts: facts, outcome: outcome)
        }
        try ProgressStore.upsert(changed, connection)
        differences.progress = changed.count + gone.count

        let modulesThere = modules[state.id] ?? [:]
        let modulesGone = modulesThere.keys.filter { history.modules[$0] == nil }
        for key in modulesGone {
            try connection.execute(
                "DELETE FROM module_progress WHERE enrollment_id = \(state.id) AND module_key = \(key)")
        }
        let modulesChanged = history.modules.filter { modulesThere[$0.key] != $0.value }.map {
            (key: ModuleProgressStore.Key(enrollment: state.id, module: $0.key), totals: $0.value)
        }
        try ModuleProgressStore.upsert(modulesChanged, connection)
        differences.modules = modulesChanged.count + modulesGone.count

        let totals = Totals(
            required: state.required, done: state.done, completedAt: state.completedAt,
            isStarted: state.lastEventAt != nil)
        if totals != history.totals || state.lastEventAt != history.lastEventAt {
            try EnrollmentStore.update([(state.id, history.totals, history.lastEventAt)], connection)
            differences.enrollments = 1
        }
        return differences
    }
}
