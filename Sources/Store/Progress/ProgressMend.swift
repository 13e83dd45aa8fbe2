import Learning
import Persistence

/// How the rows of one enrollment differ from what its events say: what is to be written in their place.
struct ProgressMend {
    struct Item: Hashable {
        var facts: ProgressFacts
        var outcome: StepOutcome
    }

    struct AttemptResult: Hashable {
        var id: Identifier<Attempt>
        var submittedAt: Instant?
        var score: Double?
        var success: Bool?
    }

    let enrollment: Identifier<Enrollment>
    var items: [ItemKey: Item] = [:]
    var itemsGone: [ItemKey] = []
    var modules: [String: Totals] = [:]
    var modulesGone: [String] = []
    /// Nil where the enrollment's own row is right.
    var totals: (totals: Totals, lastEventAt: Instant?)?
    var attempts: [AttemptResult] = []

    /// How many rows that is.
    var differences: RecomputeStore.Differences {
        var differences = RecomputeStore.Differences()
        differences.progress = items.count + itemsGone.count
        differences.modules = modules.count + modulesGone.count
        differences.enrollments = totals == nil ? 0 : 1
        differences.attempts = attempts.count
        return differences
    }

    /// Writes them. The counters are not in them.
    static func write(_ mends: [ProgressMend], _ connection: any SQLConnection) throws {
        try ProgressStore.remove(
            mends.flatMap { mend in mend.itemsGone.map { .init(enrollment: mend.enrollment, item: $0) } }, connection)
        try ProgressStore.upsert(
            mends.flatMap { mend in
                mend.items.map { (.init(enrollment: mend.enrollment, item: $0.key), $0.value.facts, $0.value.outcome) }
            }, connection)
        try ModuleProgressStore.remove(
            mends.flatMap { mend in mend.modulesGone.map { .init(enrollment: mend.enrollment, module: $0) } },
            connection)
        try ModuleProgressStore.upsert(
            mends.flatMap { mend in mend.modules.map { (.init(enrollment: mend.enrollment, module: $0.key), $0.value) }
            },
            connection)
        try EnrollmentStore.update(
            mends.compactMap { mend in mend.totals.map { (mend.enrollment, $0.totals, $0.lastEventAt) } }, connection)
        for attempt in mends.flatMap(\.attempts) {
            try connection.execute(
                """
                UPDATE attempt SET
                    submitted_at = \(attempt.submittedAt), score = \(attempt.score), success = \(attempt.success)
                WHERE id = \(attempt.id)
                """)
        }
    }
}
