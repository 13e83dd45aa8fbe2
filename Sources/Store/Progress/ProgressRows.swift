import Learning
import Persistence

/// What is stored of some enrollments beside their events.
struct ProgressRows {
    private var items: [Identifier<Enrollment>: [ItemKey: ProgressMend.Item]] = [:]
    private var modules: [Identifier<Enrollment>: [String: Totals]] = [:]
    private var attempts: [Identifier<Enrollment>: [ProgressMend.AttemptResult]] = [:]

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
                items[id, default: [:]][key] = ProgressMend.Item(
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
            try connection.forEach(
                """
                SELECT enrollment_id, id, submitted_at, score, success FROM attempt WHERE enrollment_id IN \(list: list)
                """
            ) { row in
                attempts[try row.next(), default: []].append(
                    ProgressMend.AttemptResult(
                        id: try row.next(), submittedAt: try row.next(), score: try row.next(),
                        success: try row.next()))
            }
        }
    }

    /// How far one enrollment is.
    func standing(of state: EnrollmentState) -> EnrollmentHistory {
        let items = items[state.id] ?? [:]
        return EnrollmentHistory(
            facts: items.mapValues(\.facts), outcomes: items.mapValues(\.outcome), modules: modules[state.id] ?? [:],
            totals: state.totals, lastEventAt: state.lastEventAt)
    }

    /// What has to change for them to be what the events of one enrollment say; attempts included.
    func mend(
        of state: EnrollmentState, to history: EnrollmentHistory, _ events: [EventRecord]
    ) -> ProgressMend {
        var mend = mend(of: state, to: history)
        // An attempt came out as its event says; without one it is still open.
        var submitted: [Identifier<Attempt>: EventRecord] = [:]
        for event in events where event.verb == .submitted {
            if let attempt = event.attempt { submitted[attempt] = event }
        }
        mend.attempts = (attempts[state.id] ?? []).compactMap { there in
            let event = submitted[there.id]
            let result = ProgressMend.AttemptResult(
                id: there.id, submittedAt: event?.occurredAt, score: event?.data.score, success: event?.data.success)
            return result == there ? nil : result
        }
        return mend
    }

    /// What has to change for progress, modules and totals to be this.
    func mend(of state: EnrollmentState, to history: EnrollmentHistory) -> ProgressMend {
        let itemsThere = items[state.id] ?? [:]
        let modulesThere = modules[state.id] ?? [:]
        var mend = ProgressMend(enrollment: state.id)
        mend.itemsGone = itemsThere.keys.filter { history.facts[$0] == nil }
        for (key, facts) in history.facts {
            let item = ProgressMend.Item(
                facts: facts, outcome: history.outcomes[key] ?? StepOutcome(status: .started))
            if itemsThere[key] != item { mend.items[key] = item }
        }
        mend.modulesGone = modulesThere.keys.filter { history.modules[$0] == nil }
        mend.modules = history.modules.filter { modulesThere[$0.key] != $0.value }
        if state.totals != history.totals || state.lastEventAt != history.lastEventAt {
            mend.totals = (history.totals, history.lastEventAt)
        }
        return mend
    }
}
