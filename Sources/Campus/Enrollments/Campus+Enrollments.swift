public import Learning
import Persistence
import Store

extension Campus {
    /// The enrollments that the caller may see, oldest first.
    /// - Parameter page: its key is the id of the last enrollment that the caller has.
    public func enrollments(
        _ filter: EnrollmentFilter, page: Page<Identifier<Enrollment>>, _ access: Access
    ) async throws -> [EnrollmentSummary] {
        try await read(access) { connection, caller in
            try EnrollmentStore.list(filter, seenBy: caller, page: page, connection)
        }
    }

    /// One enrollment.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func enrollment(_ id: Identifier<Enrollment>, _ access: Access) async throws -> EnrollmentSummary {
        try await read(access) { connection, caller in
            guard let summary = try EnrollmentStore.summary(id, seenBy: caller, connection) else {
                throw Refusal.missing("enrollment")
            }
            return summary
        }
    }

    /// What an enrollment asks, when, and how far it is; for the day that it is in its zone.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func plan(of id: Identifier<Enrollment>, _ access: Access) async throws -> EnrollmentPlan {
        let now = now()
        return try await read(access) { [outlines] connection, caller in
            guard let summary = try EnrollmentStore.summary(id, seenBy: caller, connection) else {
                throw Refusal.missing("enrollment")
            }
            return try Self.plan(of: summary, now, outlines, connection)
        }
    }

    /// The plans of all that the caller is under way in, as far as there is something left to do.
    public func plans(_ access: Access) async throws -> [EnrollmentPlan] {
        let now = now()
        return try await read(access) { [outlines] connection, caller in
            try EnrollmentStore.running(of: caller.id, connection).map { summary in
                try Self.plan(of: summary, now, outlines, connection)
            }
        }
    }

    /// What is known of the items of an enrollment, by activity and occurrence.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func progress(of id: Identifier<Enrollment>, _ access: Access) async throws -> [ItemProgress] {
        try await read(access) { connection, caller in
            guard try EnrollmentStore.find(id, seenBy: caller, connection) != nil else {
                throw Refusal.missing("enrollment")
            }
            return try ProgressStore.list(of: id, connection)
        }
    }

    static func plan(
        of summary: EnrollmentSummary, _ now: Instant, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> EnrollmentPlan {
        let enrollment = summary.enrollment
        guard let (outline, texts) = try outlines.texts(enrollment.versionID, connection) else {
            throw StoreError(.reference, "an enrollment's version is not published")
        }
        var plan = Plan(
            outline, facts: try ProgressStore.facts(of: enrollment.id, connection), startsOn: enrollment.startsOn,
            zone: enrollment.timeZone, today: CivilDate(now, in: enrollment.timeZone))
        // What was complete under an earlier version stays so, though there may be more to do since.
        plan.totals.completedAt = enrollment.totals.completedAt
        return EnrollmentPlan(
            summary: summary, plan: plan, why: texts.why, benefit: texts.benefit, stop: texts.stop,
            texts: texts.steps)
    }
}
