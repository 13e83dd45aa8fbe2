public import Learning
import Persistence
import Store

extension Campus {
    /// How many rows are looked at together.
    private static let waitingSlice = 100

    /// What waits for the caller: first practices that they may confirm, then coachings that are due and theirs to hold. Both
    /// are shown to those who are asked first (the direct manager, the team, the course's owner), although managers further
    /// up may say so as well; those that have nobody to ask come to admins.
    public func waiting(page: Page<Waiting.Place>, _ access: Access) async throws -> [Waiting] {
        let now = now()
        return try await read(access) { [outlines] connection, caller in
            let asked = WhoIsAsked(caller, manager: try PersonStore.find(caller.id, connection)?.managerID)
            var found: [Waiting] = []
            if page.after?.isCoaching != true {
                found = try Self.practices(for: asked, page, outlines, connection)
            }
            if found.count < page.limit {
                found += try Self.coachings(
                    for: asked, page, atMost: page.limit - found.count, now, outlines, connection)
            }
            return found
        }
    }

    private static func practices(
        for asked: WhoIsAsked, _ page: Page<Waiting.Place>, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> [Waiting] {
        var found: [(row: WaitingPractice, step: Step)] = []
        var after = page.after.map { (enrollment: $0.enrollment, item: $0.item) }
        while found.count < page.limit {
            let rows = try WaitingPracticeStore.list(
                near: asked.caller, manager: asked.manager, after: after, limit: waitingSlice, connection)
            for row in rows where found.count < page.limit {
                guard let step = try outlines.outline(row.versionID, connection)?.step(row.item.activity),
                    asked.says(.confirmed, of: step, manager: row.managerID, owner: row.ownerID)
                else { continue }
                found.append((row, step))
            }
            guard rows.count == waitingSlice, let last = rows.last else { break }
            after = (last.enrollmentID, last.item)
        }
        let events = try EventStore.find(ids: found.compactMap { $0.row.facts.last[.submitted]?.id }, connection).get()
        return try found.map { row, step in
            let mark = row.facts.last[.submitted]
            let data = try mark.flatMap { events[$0.id] }?.record().data
            return Waiting(
                kind: step.kind, enrollmentID: row.enrollmentID, personID: row.personID, personName: row.personName,
                courseID: row.courseID, courseTitle: row.courseTitle, item: row.item, title: step.title,
                evidence: data?.text, link: data?.link, submittedAt: mark?.at, dueOn: nil)
        }
    }

    private static func coachings(
        for asked: WhoIsAsked, _ page: Page<Waiting.Place>, atMost limit: Int, _ now: Instant,
        _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> [Waiting] {
        var found: [Waiting] = []
        let after = page.after?.isCoaching == true ? page.after : nil
        var from = after?.enrollment
        var seen: Identifier<Enrollment>?
        // Of the courses that somebody answers for, however many are enrolled there, those alone matter that ask for them.
        let versions = try CoachableStore.versions(answeredForBy: asked.caller, connection).filter { version in
            try outlines.outline(version, connection)?.coachings.contains { $0.with == "trainer" } ?? false
        }
        while found.count < limit {
            let rows = try CoachableStore.list(
                near: asked.caller, manager: asked.manager, versions: versions, from: from, limit: waitingSlice,
                connection)
            let coached = try rows.compactMap { row -> (EnrollmentSummary, CourseOutline, Set<String>)? in
                guard row.summary.enrollment.id != seen,
                    let outline = try outlines.outline(row.summary.enrollment.versionID, connection)
                else { return nil }
                let theirs = outline.coachings.filter {
                    asked.says(.held, of: $0, manager: row.managerID, owner: row.ownerID)
                }
                return theirs.isEmpty ? nil : (row.summary, outline, Set(theirs.map(\.key)))
            }
            let facts = try ProgressStore.facts(of: coached.map(\.0.enrollment.id), connection)
            for (row, outline, theirs) in coached {
                let due = due(row, outline, theirs, facts[row.enrollment.id] ?? [:], now)
                found += due.filter { row.enrollment.id != after?.enrollment || $0.item > after?.item ?? $0.item }
            }
            guard rows.count == waitingSlice, let last = rows.last?.summary.enrollment.id else { break }
            (from, seen) = (last, last)
        }
        return Array(found.prefix(limit))
    }

    /// Those of an enrollment's coachings that are over their day or will be within a week; of each the first that was not
    /// held.
    private static func due(
        _ row: EnrollmentSummary, _ outline: CourseOutline, _ theirs: Set<String>, _ facts: [ItemKey: ProgressFacts],
        _ now: Instant
    ) -> [Waiting] {
        let enrollment = row.enrollment
        let today = CivilDate(now, in: enrollment.timeZone)
        let plan = Plan(
            outline, facts: facts, startsOn: enrollment.startsOn, zone: enrollment.timeZone, today: today)
        let soon = today.advanced(days: Plan.horizon)
        return plan.next.filter { theirs.contains($0.step.key) && ($0.dueOn ?? soon) <= soon }
            .sorted { $0.key < $1.key }
            .map { item in
                Waiting(
                    kind: .coaching, enrollmentID: enrollment.id, personID: enrollment.personID,
                    personName: row.personName, courseID: enrollment.courseID, courseTitle: row.courseTitle,
                    item: item.key, title: item.step.title, dueOn: item.dueOn)
            }
    }
}

extension CourseOutline {
    fileprivate var coachings: some Sequence<Step> { modules.lazy.flatMap(\.steps).filter { $0.kind == .coaching } }
}
