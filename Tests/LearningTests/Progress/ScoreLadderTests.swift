import Testing

@testable import Learning

@Suite struct ScoreLadderTests {
    private typealias Rung = ScoreLadder.Rung

    @Test func `only what no earlier score beats is kept`() {
        let ladder = ScoreLadder([
            Rung(score: 0.5, at: .minute(5)), Rung(score: 0.9, at: .minute(9)), Rung(score: 0.4, at: .minute(7)),
            Rung(score: 0.3, at: .minute(1)), Rung(score: 0.9, at: .minute(8)), Rung(score: 0.5, at: .minute(5)),
        ])
        #expect(
            ladder.rungs == [
                Rung(score: 0.3, at: .minute(1)), Rung(score: 0.5, at: .minute(5)), Rung(score: 0.9, at: .minute(8)),
            ])
        #expect(ladder.best == 0.9)
    }

    @Test func `a score is reached by the first that is as good`() {
        let ladder = ScoreLadder([Rung(score: 0.5, at: .minute(5)), Rung(score: 0.9, at: .minute(9))])
        #expect(ladder.reached(0.4) == .minute(5))
        #expect(ladder.reached(0.5) == .minute(5))
        #expect(ladder.reached(0.6) == .minute(9))
        #expect(ladder.reached(1) == nil)
        #expect(ScoreLadder([Rung(score: 0.1 + 0.2, at: .minute(1))]).reached(0.3) == .minute(1))
        #expect(ScoreLadder([Rung(score: 0.3, at: .minute(1))]).reached(0.1 + 0.2) == .minute(1))
    }
}
