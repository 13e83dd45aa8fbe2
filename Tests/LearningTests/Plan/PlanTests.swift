import Testing

@testable import Learning

@Suite struct PlanTests {
    private static func outline(_ modules: CourseModule...) -> CourseOutline {
        CourseOutline(
            version: Identifier(stored: "v"), course: Identifier(stored: "c"), behaviors: [], modules: modules)
    }

    private static func step(
        _ key: String, _ kind: ActivityKind = .lesson, day: Int? = nil, after: String? = nil, every: Int? = nil,
        times: Int = 1, requires: [String] = []
    ) -> Step {
        Step(
            key: key, kind: kind, title: key,
            schedule: Schedule(
                offset: day.map { Period(days: $0) }, after: after, every: every.map { Period(days: $0) }, times: times),
            requires: requires)
    }

    private static func plan(
        _ outline: CourseOutline, _ facts: [ItemKey: ProgressFacts] = [:], today: String = "2026-03-02",
        zone: String = "UTC"
    ) throws -> Plan {
        Plan(
            outline, facts: facts, startsOn: try #require(CivilDate("2026-03-02")), zone: zone,
            today: try #require(CivilDate(today)))
    }

    private static func due(_ plan: Plan) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: plan.modules.flatMap(\.items).compactMap { item in
                item.dueOn.map { ("\(item.step.key)#\(item.occurrence)", $0.description) }
            })
    }

    @Test func `dates count from the start, from what was planned, and from what was done`() throws {
        let outline = Self.outline(
            CourseModule(
                key: "break", kind: .training, title: "Break", steps: [Self.step("a", day: 0), Self.step("b", day: 5)]),
            CourseModule(
                key: "try", kind: .development, title: "Try",
                steps: [Self.step("c", day: 7, after: "break"), Self.step("d", day: 1, after: "c"), Self.step("e")]))
        #expect(
            Self.due(try Self.plan(outline)) == [
                "a#1": "2026-03-02", "b#1": "2026-03-07", "c#1": "2026-03-14", "d#1": "2026-03-15",
            ])
        // The module is done when its last part is: at 23:30 UTC on the 10th, which is the 11th in Berlin.
        let done = ProgressFacts.of(.made(.completed, at: (8 * 24 + 14) * 60 + 30))
        let facts = [ItemKey("a"): ProgressFacts.of(.made(.completed)), ItemKey("b"): done]
        #expect(Self.due(try Self.plan(outline, facts))["c#1"] == "2026-03-17")
        #expect(Self.due(try Self.plan(outline, facts, zone: "Europe/Berlin"))["c#1"] == "2026-03-18")
        #expect(Self.due(try Self.plan(outline, facts, zone: "Europe/Berlin"))["d#1"] == "2026-03-19")
    }

    @Test func `a circle of anchors has no dates and an end`() throws {
        let outline = Self.outline(
            CourseModule(
                key: "m", kind: .training, title: "M",
                steps: [Self.step("a", day: 1, after: "b"), Self.step("b", day: 1, after: "a")]))
        #expect(Self.due(try Self.plan(outline)).isEmpty)
    }

    @Test func `what comes again has a line a date`() throws {
        let outline = Self.outline(
            CourseModule(
                key: "corner", kind: .coaching, title: "Corner",
                steps: [Self.step("talk", .coaching, every: 14, times: 3)]))
        let plan = try Self.plan(
            outline, [ItemKey("talk", 2): .of(.made(.held, at: 5))], today: "2026-04-14")
        #expect(plan.modules[0].items.map(\.status) == [.open, .done, .open])
        #expect(plan.modules[0].items.map(\.isOverdue) == [true, false, true])
        #expect(plan.totals == Totals(required: 3, done: 1, isStarted: true))
        #expect(plan.next.map(\.key) == [ItemKey("talk", 1)], "one at a time")
    }

    @Test func `locks guard what is next, not what is recorded`() throws {
        let outline = Self.outline(
            CourseModule(
                key: "one", kind: .training, title: "One", steps: [Self.step("a"), Self.step("b", requires: ["a"])]),
            CourseModule(
                key: "two", kind: .training, title: "Two", requires: ["one"], steps: [Self.step("c", requires: ["b"])]))
        let fresh = try Self.plan(outline)
        #expect(fresh.modules.flatMap(\.items).map(\.status) == [.open, .locked, .locked])
        #expect(fresh.modules[1].items[0].lockedBy == ["one", "b"])
        #expect(fresh.next.map(\.step.key) == ["a"])
        // A fact that arrives although it was locked is kept.
        let facts = [ItemKey("c"): ProgressFacts.of(.made(.completed))]
        let late = try Self.plan(outline, facts)
        #expect(late.modules[1].items[0].status == .done)
        #expect(late.modules[1].items[0].lockedBy.isEmpty)
        #expect(late.modules[1].totals.completedAt == .minute(0))
        let all = try Self.plan(outline, facts.merging([ItemKey("a"): .of(.made(.completed))]) { one, _ in one })
        #expect(all.next.map(\.step.key) == ["b"])
    }

    @Test func `what cannot be opened is neither required nor in the way`() throws {
        var gone = Self.step("gone", .file, day: 0)
        gone.unavailable = "The file is missing."
        let outline = Self.outline(
            CourseModule(key: "m", kind: .training, title: "M", steps: [gone, Self.step("b", requires: ["gone"])]))
        let plan = try Self.plan(outline, today: "2026-04-01")
        #expect(plan.modules[0].items.map(\.status) == [.unavailable, .open])
        #expect(plan.totals.required == 1)
        #expect(!plan.modules[0].items[0].isOverdue)
        #expect(plan.modules[0].items[0].unmet.isEmpty)
    }

    @Test func `next is what is due soon, at least three things, soonest first`() throws {
        let steps = [
            Self.step("far", day: 40), Self.step("later", day: 20), Self.step("sooner", day: 10),
            Self.step("undated"), Self.step("furthest", day: 60),
        ]
        let outline = Self.outline(CourseModule(key: "m", kind: .training, title: "M", steps: steps))
        #expect(try Self.plan(outline).next.map(\.step.key) == ["sooner", "later", "far"])
        #expect(
            try Self.plan(outline, today: "2026-05-01").next.map(\.step.key)
                == ["sooner", "later", "far", "undated", "furthest"])
    }

    @Test func `the day that the learner set for the next try stands in the plan, until the practice is done`() throws {
        let outline = Self.outline(
            CourseModule(
                key: "m", kind: .development, title: "M",
                steps: [Self.step("a", day: 1), Self.step("b", .practice, day: 0)]))
        let tried = EventRecord.made(.tried, data: EventData(nextOn: "2026-03-20"))
        let plan = try Self.plan(outline, [ItemKey("b"): ProgressFacts.of(tried)])
        #expect(plan.modules[0].items[1].nextTryOn == CivilDate("2026-03-20"))
        #expect(plan.modules[0].items[1].status == .started)
        #expect(plan.next.map(\.step.key) == ["a", "b"])
        let done = ProgressFacts.of(tried, .made(.submitted, at: 5))
        #expect(try Self.plan(outline, [ItemKey("b"): done]).modules[0].items[1].nextTryOn == nil)
    }

    @Test func `what waits for a witness is not next`() throws {
        var practice = Self.step("calls", .practice)
        practice.witness = .manager
        let outline = Self.outline(CourseModule(key: "m", kind: .development, title: "M", steps: [practice]))
        let plan = try Self.plan(outline, [ItemKey("calls"): .of(.made(.submitted))])
        #expect(plan.modules[0].items[0].status == .waiting)
        #expect(plan.next.isEmpty)
        let again = try Self.plan(outline, [ItemKey("calls"): .of(.made(.submitted), .made(.returned, at: 1))])
        #expect(again.next.map(\.step.key) == ["calls"])
    }

    @Test func `a course is complete when all that is required is, on the day of the last`() throws {
        let outline = Self.outline(
            CourseModule(key: "one", kind: .training, title: "One", steps: [Self.step("a"), Self.step("b")]),
            CourseModule(key: "none", kind: .training, title: "None", steps: []))
        var facts = [ItemKey("a"): ProgressFacts.of(.made(.completed, at: 9))]
        #expect(try Self.plan(outline, facts).totals.completedAt == nil)
        facts[ItemKey("b")] = .of(.made(.completed, at: 3))
        let plan = try Self.plan(outline, facts)
        #expect(plan.totals == Totals(required: 2, done: 2, completedAt: .minute(9), isStarted: true))
        #expect(plan.modules[1].totals.completedAt == nil, "where nothing is asked nothing is completed")
        #expect(plan.totals.fraction == 1)
    }

    @Test func `facts of an activity that is gone, or of too high a number, count for nothing`() throws {
        let outline = Self.outline(CourseModule(key: "m", kind: .training, title: "M", steps: [Self.step("a")]))
        let facts = [
            ItemKey("gone"): ProgressFacts.of(.made(.completed)), ItemKey("a", 2): ProgressFacts.of(.made(.completed)),
        ]
        #expect(try Self.plan(outline, facts).totals == Totals(required: 1))
    }
}
