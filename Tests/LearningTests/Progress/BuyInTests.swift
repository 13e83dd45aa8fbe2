import Testing

@testable import Learning

@Suite struct BuyInTests {
    private static let behavior = Behavior(key: "ask", text: "I ask first.")
    private static let outline = CourseOutline(
        version: Identifier(stored: "v"), course: Identifier(stored: "c"),
        behaviors: [behavior, Behavior(key: "other", text: "Another.")],
        modules: [
            CourseModule(
                key: "m", kind: .training, title: "M",
                steps: [
                    Step(key: "lesson", kind: .lesson, title: "L", behaviors: ["ask"]),
                    Step(key: "quiz", kind: .quiz, title: "Q", behaviors: ["ask"], masteryScore: 0.8),
                    Step(key: "mine", kind: .pledge, title: "P", behaviors: ["ask"]),
                    Step(
                        key: "calls", kind: .practice, title: "C", schedule: Schedule(every: Period(days: 7), times: 2),
                        behaviors: ["ask"], witness: .peer),
                ])
        ])

    private func buyIn(_ facts: [ItemKey: ProgressFacts]) -> BuyIn { BuyIn.list(Self.outline, facts: facts)[0] }

    @Test func `a lesson is seen, a passed quiz is shown`() {
        #expect(buyIn([:]).understanding == .none)
        #expect(buyIn([ItemKey("lesson"): .of(.made(.opened))]).understanding == .none)
        #expect(buyIn([ItemKey("lesson"): .of(.made(.completed))]).understanding == .seen)
        let failed = ProgressFacts.of(.made(.submitted, data: EventData(score: 0.5, success: false)))
        #expect(buyIn([ItemKey("quiz"): failed]).understanding == .seen)
        let passed = ProgressFacts.of(.made(.submitted, data: EventData(score: 0.9, success: true)))
        #expect(buyIn([ItemKey("quiz"): passed, ItemKey("lesson"): .of(.made(.completed))]).understanding == .shown)
        #expect(buyIn([ItemKey("quiz"): .of(.made(.waived))]).understanding == .none, "what was waived was not shown")
    }

    @Test func `the last word on a pledge counts`() {
        var facts = ProgressFacts.of(.made(.pledged, at: 1))
        #expect(buyIn([ItemKey("mine"): facts]).commitment == .pledged)
        facts.add(.made(.kept, at: 5))
        #expect(buyIn([ItemKey("mine"): facts]).commitment == .kept)
        facts.add(.made(.broken, at: 3))
        #expect(buyIn([ItemKey("mine"): facts]).commitment == .kept)
        facts.add(.made(.broken, at: 8))
        #expect(buyIn([ItemKey("mine"): facts]).commitment == .broken)
        facts.add(.made(.pledged, at: 9))
        #expect(buyIn([ItemKey("mine"): facts]).commitment == .pledged)
    }

    @Test func `a witness weighs more than the own word, in any occurrence`() {
        #expect(buyIn([ItemKey("calls", 2): .of(.made(.submitted))]).action == .tried)
        let both: [ItemKey: ProgressFacts] = [
            ItemKey("calls", 1): .of(.made(.submitted), .made(.confirmed, at: 2)),
            ItemKey("calls", 2): .of(.made(.submitted)),
        ]
        #expect(buyIn(both).action == .witnessed)
    }

    @Test func `what serves one behavior says nothing of another`() {
        let list = BuyIn.list(Self.outline, facts: [ItemKey("mine"): .of(.made(.pledged))])
        #expect(list.map(\.behavior.key) == ["ask", "other"])
        #expect(list[1] == BuyIn(behavior: list[1].behavior, understanding: .none, commitment: .none, action: .none))
    }
}
