public import Learning
import Persistence
import Store

extension Campus {
    /// How many rows are looked at together.
    private static let waitingSlice = 100

    /// What waits for the caller: first practices that they may confirm, then coachings that are due with those who report to
    /// them. Practices are shown to those who are asked first (the direct manager, the team, the course's owner), although
    /// managers further up may confirm them as well; those that have nobody to ask come to admins.
    public func waiting(page: Page<Waiting.Place>, _ access: Access) async throws -> [Waiting] {
        let now = now()
        return try await read(access) { [outlines] connection, caller in
            var found: [Waiting] = []
            if page.after?.isCoaching != true {
                found = try Self.practices(for: caller, page, outlines, connection)
            }
            if found.count < page.limit {
                found += try Self.coachings(
                    for: caller, page, atMost: page.limit - found.count, now, outlines, connection)
            }
            return found
        }
    }

    private static func practices(
        for caller: Caller, _ page: Page<Waiting.Place>, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> [Waiting] {
        let manager = try PersonStore.find(caller.id, connection)?.managerID
        var found: [(row: WaitingPractice, step: Step)] = []
        var after = page.after.map { (enrollment: $0.enrollment, item: $0.item) }
        while found.count < page.limit {
            let rows = try WaitingPracticeStore.list(
                near: caller, manager: manager, after: after, limit: waitingSlice, connection)
            for row in rows where found.count < page.limit {
                guard let step = try outlines.outline(row.versionID, connection)?.step(row.item.activity),
                    VerbRule.refusal(of: .confirmed, to: step, from: relations(caller, manager, row, step)) == nil
                else { continue }
                found.append((row, step))
            }
            guard rows.count == waitingSlice, let last = rows.last else { break }
            after = (last.enrollmentID, last.item)
        }
        let events = try EventStore.find(ids: found.compactMap { $0.row.facts.last[.submitted]?.id }, connection)
        return try found.map { row, step in
            let mark = row.facts.last[.submitted]
            let data = try mark.flatMap { events[$0.id] }?.record().data
            return Waiting(
                kind: step.kind, enrollmentID: row.enrollmentID, personID: row.personID, personName: row.personName,
                courseID: row.courseID, courseTitle: row.courseTitle, item: row.item, title: step.title,
                evidence: data?.text, link: data?.link, submittedAt: mark?.at, dueOn: nil)
        }
    }

    /// What the caller is to the learner, as far as they are asked first.
    private static func relations(
        _ caller: Caller, _ manager: Identifier<Person>?, _ row: WaitingPractice, _ step: Step
    ) -> Relations {
        var relations: Relations = []
        if row.managerID == caller.id { relations.insert(.manager) }
        if let manager, row.managerID == manager { relations.insert(.peer) }
        if caller.isTrainer, row.ownerID == caller.id { relations.insert(.trainer) }
        let hasNobody = step.witness == .trainer ? row.ownerID == nil : row.managerID == nil
        if caller.isAdmin, hasNobody { relations.insert(.admin) }
        return relations
    }

    private static func coachings(
        for caller: Caller, _ page: Page<Waiting.Place>, atMost limit: Int, _ now: Instant, _ outlines: OutlineCache,
        _ connection: any SQLConnection
    ) throws -> [Waiting] {
        var found: [Waiting] = []
        let after = page.after?.isCoaching == true ? page.after : nil
        var from = after?.enrollment
        var seen: Identifier<Enrollment>?
        while found.count < limit {
            let rows = try EnrollmentStore.running(
                ofReportsOf: caller.id, from: from, limit: waitingSlice, connection)
            let facts = try ProgressStore.facts(of: rows.map(\.enrollment.id), connection)
            for row in rows where row.enrollment.id != seen {
                guard let outline = try outlines.outline(row.enrollment.versionID, connection) else { continue }
                let due = due(row, outline, facts[row.enrollment.id] ?? [:], now)
                found += due.filter { row.enrollment.id != after?.enrollment || $0.item > after?.item ?? $0.item }
            }
            guard rows.count == waitingSlice, let last = rows.last?.enrollment.id else { break }
            (from, seen) = (last, last)
        }
        return Array(found.prefix(limit))
    }

    /// The coachings of one enrollment that are over their day or will be within a week; of each the first that was not held.
    private static func due(
        _ row: EnrollmentSummary, _ outline: CourseOutline, _ facts: [ItemKey: ProgressFacts], _ now: Instant
    ) -> [Waiting] {
        guard outline.modules.contains(where: { $0.steps.contains(where: \.isHeldByManager) }) else { return [] }
        let enrollment = row.enrollment
        let today = CivilDate(now, in: enrollment.timeZone)
        let plan = Plan(
            outline, facts: facts, startsOn: enrollment.startsOn, zone: enrollment.timeZone, today: today)
        let soon = today.advanced(days: Plan.horizon)
        return plan.next.filter { $0.step.isHeldByManager && ($0.dueOn ?? soon) <= soon }
            .sorted { $0.key < $1.key }
            .map { item in
                Waiting(
                    kind: .coaching, enrollmentID: enrollment.id, personID: enrollment.personID,
                    personName: row.personName, courseID: enrollment.courseID, courseTitle: row.courseTitle,
                    item: item.key, title: item.step.title, dueOn: item.dueOn)
            }
    }
}

extension Step {
    /// A coaching whose coach is the learner's manager.
    fileprivate var isHeldByManager: Bool { kind == .coaching && (with ?? "manager") == "manager" }
}
