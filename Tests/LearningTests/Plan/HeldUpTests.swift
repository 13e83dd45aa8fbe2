import Learning
import Testing

@Suite struct HeldUpTests {
    private static let today = CivilDate("2026-03-20")!

    private func heldUp(
        _ steps: Step..., facts: [ItemKey: ProgressFacts] = [:], today: CivilDate = Self.today
    ) throws -> HeldUp? {
        let outline = CourseOutline(
            version: Identifier(stored: "v"), course: Identifier(stored: "c"), behaviors: [],
            modules: [CourseModule(key: "m", kind: .training, title: "M", steps: steps)])
        let plan = Plan(
            outline, facts: facts, startsOn: try #require(CivilDate("2026-03-02")), zone: "UTC", today: today)
        return HeldUp(plan, today: today)
    }

    private static func step(
        _ key: String, _ kind: ActivityKind, day: Int?, witness: Step.Witness? = nil, with coach: String? = nil,
        requires: [String] = []
    ) -> Step {
        Step(
            key: key, kind: kind, title: key, schedule: Schedule(offset: day.map { Period(days: $0) }),
            requires: requires, witness: witness, with: coach)
    }

    @Test func `it is the step that is overdue the longest, the first of equals`() throws {
        let found = try heldUp(
            Self.step("a", .lesson, day: 9), Self.step("b", .lesson, day: 4), Self.step("c", .practice, day: 4),
            Self.step("d", .lesson, day: nil), Self.step("e", .lesson, day: 17))
        #expect(found?.item.step.key == "b" && found?.days == 14 && found?.offer == .time)
    }

    @Test func `what is due today, done, waived or locked holds nobody up`() throws {
        #expect(try heldUp(Self.step("a", .lesson, day: 18)) == nil)
        #expect(try heldUp(Self.step("a", .lesson, day: 17))?.days == 1)
        for verb in [Verb.completed, .waived] {
            #expect(
                try heldUp(
                    Self.step("a", .lesson, day: 1), facts: [ItemKey("a"): ProgressFacts.of(.made(verb))]) == nil)
        }
        let found = try heldUp(Self.step("a", .lesson, day: 1, requires: ["b"]), Self.step("b", .lesson, day: 5))
        #expect(found?.item.step.key == "b")
    }

    static let offers: [(Step, [EventRecord], HeldUp.Offer?)] = [
        (step("a", .lesson, day: 1), [], .time), (step("a", .pledge, day: 1), [], .ask),
        (step("a", .kickoff, day: 1), [], .attend), (step("a", .feedback, day: 1), [], nil),
        (step("a", .practice, day: 1), [], .ask), (step("a", .practice, day: 1, witness: .manager), [], .witness),
        (step("a", .practice, day: 1, witness: .anyone), [], .witness),
        (step("a", .practice, day: 1, witness: .trainer), [], .ask),
        (step("a", .practice, day: 1, witness: .manager), [.made(.submitted)], .confirm),
        (step("a", .practice, day: 1, witness: .trainer), [.made(.submitted)], nil),
        (step("a", .coaching, day: 1, with: "manager"), [], .hold),
        (step("a", .coaching, day: 1, with: "peer"), [], nil), (step("a", .quiz, day: 1), [], .time),
    ]

    @Test(arguments: offers)
    func `it offers what a manager can do`(step: Step, events: [EventRecord], offer: HeldUp.Offer?) throws {
        var facts = ProgressFacts()
        for event in events { facts.add(event) }
        #expect(try heldUp(step, facts: events.isEmpty ? [:] : [ItemKey("a"): facts])?.offer == offer)
    }
}
