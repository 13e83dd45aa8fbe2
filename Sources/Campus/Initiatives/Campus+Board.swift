public import Learning
import Persistence
import Store

extension Campus {
    /// The four conditions of an initiative, each with its evidence and the next step, and from when on they count what people
    /// did.
    ///
    /// For its sponsor, its owner, managers with somebody in it, trainers and admins. Numbers about people are told from five on; to
    /// somebody with people of their own in it, only where at least five others are.
    /// - Throws: ``Refusal`` of kind `missing`, `forbidden`.
    public func board(
        of id: Identifier<Initiative>, _ access: Access
    ) async throws -> (since: CivilDate, conditions: [Condition]) {
        let now = now()
        return try await read(access) { [outlines] connection, caller in
            guard let initiative = try InitiativeStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            guard
                try initiative.isLed(by: caller) || caller.isTrainer || initiative.fields.ownerID == caller.id
                    || caller.isManager && BoardStore.touches(caller.id, id, connection)
            else {
                throw Refusal.forbidden("The board is for those who lead the initiative or have people in it.")
            }
            let facts = try Self.facts(of: initiative, for: caller, now: now, outlines, connection)
            return (initiative.countsFrom, ConditionBoard.conditions(facts, now: now))
        }
    }

    private static func facts(
        of initiative: Initiative, for caller: Caller, now: Instant, _ outlines: OutlineCache,
        _ connection: any SQLConnection
    ) throws -> BoardFacts {
        let (all, outside) = try BoardStore.people(of: initiative.id, notBelow: caller.id, connection)
        let isTold =
            caller.isAdmin || all >= RuleOfFive.people && (outside == 0 || outside >= RuleOfFive.people)
        let name = try PersonStore.names(of: [initiative.fields.sponsorID], connection)[initiative.fields.sponsorID]
        var facts = BoardFacts(
            people: all == 0 ? 0 : isTold ? all : nil, hasBegun: initiative.hasBegun(at: now),
            sponsor: try BoardStore.sponsor(of: initiative, name: name ?? "The sponsor", connection))
        facts.stories = try BoardStore.stories(of: initiative.id, connection)
        for course in initiative.fields.courses {
            guard let course = try CourseStore.find(course, connection),
                let outline = try outlines.outline(course.versionID, connection),
                let version = try CourseVersionStore.find(course.versionID, connection)
            else { continue }
            if outline.hasCoaching { facts.managers.isPlanned = true }
            let advice = Linter.findings(in: CourseDraft(version, outline)).count
            if advice > 0 {
                facts.activities.advice.append(.init(course: course.id, title: course.title, count: advice))
            }
        }
        facts.answers = try BoardStore.answers(
            in: initiative.fields.courses, since: now.advanced(bySeconds: -Int64(BoardFacts.recentDays) * 86_400),
            now: now, reader: caller.personID, connection)
        guard isTold else { return facts }
        let (held, witnessed, waiting) = try BoardStore.coaching(of: initiative, connection)
        let since = initiative.countsSince
        let due = try BoardStore.plans(of: initiative, connection).reduce(0) { sum, group in
            guard let outline = try outlines.outline(group.version, connection) else { return sum }
            return sum + group.count * outline.coachingsDue(group.startsOn, group.zone, since: since, now)
        }
        facts.managers.due = due
        facts.managers.held = min(held, due)
        facts.managers.witnessed = witnessed
        facts.managers.waiting = waiting
        let completion = try BoardStore.completion(of: initiative, connection)
        facts.activities.enrolled = completion.enrolled
        facts.activities.completed = completion.completed
        facts.activities.required = completion.required
        facts.activities.done = completion.done
        facts.activities.doneBefore = try BoardStore.doneBefore(initiative, connection).reduce(0) { sum, row in
            let step = try outlines.outline(row.version, connection)?.step(row.activity)
            return sum + (step?.isRequired == true ? row.count : 0)
        }
        return facts
    }
}

extension CourseOutline {
    fileprivate var hasCoaching: Bool { modules.flatMap(\.steps).contains { $0.kind == .coaching } }

    /// How many coachings should have been held since a moment and by now, in a plan that goes as planned.
    fileprivate func coachingsDue(_ startsOn: CivilDate, _ zone: String, since: Instant, _ now: Instant) -> Int {
        guard hasCoaching else { return 0 }
        let (first, today) = (CivilDate(since, in: zone), CivilDate(now, in: zone))
        let plan = Plan(self, facts: [:], startsOn: startsOn, zone: zone, today: today)
        return plan.modules.flatMap(\.items).count { item in
            item.step.kind == .coaching && item.dueOn.map { $0 >= first && $0 < today } ?? false
        }
    }
}

extension CourseDraft {
    /// A published version as the linter reads it. Its answers live on by themselves, and are not looked at.
    fileprivate init(_ version: CourseVersion, _ outline: CourseOutline) {
        self.init(
            key: "", versionLabel: version.label, language: version.language, title: version.title, why: version.why,
            benefit: version.benefit, stop: version.stop, behaviors: outline.behaviors, modules: outline.modules)
    }
}
