import Testing

@testable import Learning

@Suite struct StepOutcomeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var step: Step
        var events: [EventRecord]
        var completed: Int64?
        var success: Bool?
        var status: ProgressStatus

        var testDescription: String { name }
    }

    private static func step(
        _ kind: ActivityKind, _ moveOn: MoveOn = .completed, mastery: Double? = nil, witness: Step.Witness? = nil
    ) -> Step {
        Step(key: "step", kind: kind, title: "A step", moveOn: moveOn, masteryScore: mastery, witness: witness)
    }

    private static func scored(_ score: Double, _ success: Bool?, at minute: Int64) -> EventRecord {
        .made(.submitted, at: minute, data: EventData(score: score, success: success))
    }

    /// What content that is still open says of its score.
    private static func running(_ score: Double, at minute: Int64) -> EventRecord {
        .made(.suspended, at: minute, data: EventData(score: score), via: .content)
    }

    static let kinds: [Case] = [
        Case(name: "nothing", step: step(.lesson), events: [], status: .open),
        Case(name: "opened", step: step(.lesson), events: [.made(.opened)], status: .started),
        Case(name: "kickoff", step: step(.kickoff), events: [.made(.attended, at: 3)], completed: 3, status: .done),
        Case(name: "meeting", step: step(.meeting), events: [.made(.attended, at: 3)], completed: 3, status: .done),
        Case(name: "lesson", step: step(.lesson), events: [.made(.completed, at: 3)], completed: 3, status: .done),
        Case(
            name: "a lesson reports no score", step: step(.lesson, .passed), events: [.made(.completed, at: 3)],
            completed: 3, status: .done),
        Case(name: "link", step: step(.link), events: [.made(.completed, at: 3)], completed: 3, status: .done),
        Case(name: "file", step: step(.file), events: [.made(.completed, at: 3)], completed: 3, status: .done),
        Case(name: "practice", step: step(.practice), events: [.made(.submitted, at: 3)], completed: 3, status: .done),
        Case(
            name: "practice waits", step: step(.practice, witness: .peer), events: [.made(.submitted, at: 3)],
            status: .waiting),
        Case(
            name: "practice returned", step: step(.practice, witness: .peer),
            events: [.made(.submitted, at: 3), .made(.returned, at: 4)], status: .started),
        Case(
            name: "practice confirmed", step: step(.practice, witness: .peer),
            events: [.made(.submitted, at: 3), .made(.confirmed, at: 5)], completed: 5, status: .done),
        Case(
            name: "a return after the confirmation takes nothing away", step: step(.practice, witness: .peer),
            events: [.made(.submitted, at: 3), .made(.confirmed, at: 5), .made(.returned, at: 6)], completed: 5,
            status: .done),
        Case(name: "pledge", step: step(.pledge), events: [.made(.pledged, at: 3)], completed: 3, status: .done),
        Case(
            name: "a broken pledge is still a pledge", step: step(.pledge),
            events: [.made(.pledged, at: 3), .made(.broken, at: 9)], completed: 3, status: .done),
        Case(name: "noted is one side", step: step(.coaching), events: [.made(.noted, at: 3)], status: .started),
        Case(name: "coaching", step: step(.coaching), events: [.made(.held, at: 3)], completed: 3, status: .done),
        Case(name: "feedback", step: step(.feedback), events: [.made(.answered, at: 3)], completed: 3, status: .done),
        Case(
            name: "waived", step: step(.practice, witness: .manager),
            events: [.made(.submitted, at: 1), .made(.waived, at: 7)], completed: 7, status: .done),
        Case(
            name: "credited", step: step(.quiz, .passed), events: [.made(.credited, at: 7)], completed: 7, status: .done
        ),
        Case(
            name: "done before it was waived", step: step(.lesson),
            events: [.made(.waived, at: 7), .made(.completed, at: 4)], completed: 4, status: .done),
        Case(
            name: "a package that is marked by the learner", step: step(.package, .passed),
            events: [.made(.completed, at: 4)], completed: 4, status: .done),
    ]

    static let moves: [Case] = [
        // A quiz: submitted at 2 with half, passed at 6.
        Case(
            name: "quiz Passed, not yet", step: step(.quiz, .passed, mastery: 0.8), events: [scored(0.5, false, at: 2)],
            success: false, status: .started),
        Case(
            name: "quiz Passed", step: step(.quiz, .passed, mastery: 0.8),
            events: [scored(0.5, false, at: 2), scored(0.8, true, at: 6)], completed: 6, success: true, status: .done),
        Case(
            name: "quiz Completed", step: step(.quiz, .completed, mastery: 0.8), events: [scored(0.5, false, at: 2)],
            completed: 2, success: false, status: .done),
        Case(
            name: "quiz CompletedAndPassed", step: step(.quiz, .completedAndPassed, mastery: 0.8),
            events: [scored(0.5, false, at: 2), scored(0.9, true, at: 6)], completed: 6, success: true, status: .done),
        Case(
            name: "quiz CompletedOrPassed", step: step(.quiz, .completedOrPassed, mastery: 0.8),
            events: [scored(0.5, false, at: 2)], completed: 2, success: false, status: .done),
        Case(
            name: "quiz without a mastery score", step: step(.quiz, .passed), events: [scored(0, true, at: 2)],
            completed: 2, success: true, status: .done),
        Case(
            name: "a mastery score that a later version lowered", step: step(.quiz, .passed, mastery: 0.4),
            events: [scored(0.3, false, at: 1), scored(0.5, false, at: 2)], completed: 2, success: true, status: .done),
        Case(
            name: "a mastery score that a later version raised", step: step(.quiz, .passed, mastery: 0.9),
            events: [scored(0.8, true, at: 2)], completed: 2, success: true, status: .done),
        // A package: completed at 3, passed at 6, both said by the content.
        Case(
            name: "package Passed, only completed", step: step(.package, .passed),
            events: [.made(.completed, at: 3, via: .content)], status: .started),
        Case(
            name: "package Passed", step: step(.package, .passed), events: [.made(.passed, at: 6, via: .content)],
            completed: 6, success: true, status: .done),
        Case(
            name: "package Completed", step: step(.package, .completed),
            events: [.made(.completed, at: 3, via: .content), .made(.failed, at: 4, via: .content)], completed: 3,
            success: false, status: .done),
        Case(
            name: "package Completed, only passed", step: step(.package, .completed),
            events: [.made(.passed, at: 6, via: .content)], success: true, status: .started),
        Case(
            name: "package CompletedAndPassed", step: step(.package, .completedAndPassed),
            events: [.made(.passed, at: 6, via: .content), .made(.completed, at: 3, via: .content)], completed: 6,
            success: true, status: .done),
        Case(
            name: "package CompletedAndPassed, only passed", step: step(.package, .completedAndPassed),
            events: [.made(.passed, at: 6, via: .content)], success: true, status: .started),
        Case(
            name: "package CompletedOrPassed", step: step(.package, .completedOrPassed),
            events: [.made(.completed, at: 3, via: .content), .made(.passed, at: 6, via: .content)], completed: 3,
            success: true, status: .done),
        // A score on the way decides nothing: mastery is judged by the run-time, at the end.
        Case(
            name: "a running score above the mastery score", step: step(.package, .completedOrPassed, mastery: 0.8),
            events: [running(0.9, at: 2)], status: .started),
        Case(
            name: "a running score below the mastery score", step: step(.package, .completedOrPassed, mastery: 0.8),
            events: [running(0.3, at: 2)], status: .started),
        Case(
            name: "a running score that must pass", step: step(.package, .passed, mastery: 0.8),
            events: [running(1, at: 2), .made(.completed, at: 3, via: .content)], status: .started),
        Case(
            name: "content that failed on a scale of its own", step: step(.package, .completedOrPassed, mastery: 0.8),
            events: [
                running(0.8, at: 2), .made(.failed, at: 2, data: EventData(score: 0.8, success: false), via: .content),
            ], success: false, status: .started),
        Case(
            name: "content that passed after a running score", step: step(.package, .completedOrPassed, mastery: 0.8),
            events: [
                running(0.9, at: 2), .made(.passed, at: 6, data: EventData(score: 0.85), via: .content),
            ], completed: 6, success: true, status: .done),
        Case(
            name: "content that completed with a low score", step: step(.package, .completedOrPassed, mastery: 0.8),
            events: [running(0.3, at: 2), .made(.completed, at: 3, via: .content)], completed: 3, status: .done),
    ]

    @Test(arguments: kinds + moves)
    func `facts and rule come to an outcome`(test: Case) {
        let outcome = test.step.outcome(test.events.reduce(into: ProgressFacts()) { $0.add($1) })
        #expect(outcome.completedAt == test.completed.map { .minute($0) })
        #expect(outcome.success == test.success)
        #expect(outcome.status == test.status)
    }

    @Test(arguments: kinds + moves)
    func `more facts never take a completion away nor make it later`(test: Case) throws {
        guard let completed = test.completed else { return }
        for verb in Verb.allCases {
            for minute in [0, 20] as [Int64] {
                let more = test.events + [.made(verb, at: minute, data: EventData(score: 0, success: false))]
                let outcome = test.step.outcome(more.reduce(into: ProgressFacts()) { $0.add($1) })
                #expect(try #require(outcome.completedAt) <= .minute(completed))
            }
        }
    }

    @Test func `a completion of an earlier version stays, with its date`() {
        var facts = ProgressFacts.of(Self.scored(0.5, false, at: 2))
        facts.earned = .minute(2)
        #expect(Self.step(.quiz, .passed, mastery: 0.8).outcome(facts).completedAt == .minute(2))
    }

    @Test func `what cannot be opened or asks for nothing is not required`() {
        var missing = Self.step(.file)
        missing.unavailable = "The file is missing."
        #expect(!missing.isRequired)
        for kind in ActivityKind.allCases {
            let asks = ![.lesson, .link, .file, .quiz, .package].contains(kind)
            #expect(Self.step(kind, .notApplicable).isRequired == asks)
        }
    }
}
