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

    /// Writes it. The counters are not in it.
    func write(_ connection: any SQLConnection) throws {
        for key in itemsGone {
            try connection.execute(
                """
                DELETE FROM progress WHERE enrollment_id = \(enrollment) AND activity = \(key.activity)
                    AND occurrence = \(key.occurrence)
                """)
        }
        try ProgressStore.upsert(
            items.map { (.init(enrollment: enrollment, item: $0.key), $0.value.facts, $0.value.outcome) }, connection)
        for key in modulesGone {
            try connection.execute(
                "DELETE FROM module_progress WHERE enrollment_id = \(enrollment) AND module_key = \(key)")
        }
        try ModuleProgressStore.upsert(
            modules.map { (.init(enrollment: enrollment, module: $0.key), $0.value) }, connection)
        if let totals {
            try EnrollmentStore.update([(enrollment, totals.totals, totals.lastEventAt)], connection)
        }
        for attempt in attempts {
            try connection.execute(
                """
                UPDATE attempt SET
                    submitted_at = \(attempt.submittedAt), score = \(attempt.score), success = \(attempt.success)
                WHERE id = \(attempt.id)
                """)
        }
    }
}
