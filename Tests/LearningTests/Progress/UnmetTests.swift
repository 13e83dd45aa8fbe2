import Testing

@testable import Learning

@Suite struct UnmetTests {
    struct Case: Sendable {
        var step: Step
        var facts: ProgressFacts
        var rules: [Unmet.Rule]
        var by: [Unmet.By]
        var says: String = ""
    }

    private static func step(_ kind: ActivityKind, witness: Step.Witness? = nil, with: String? = nil) -> Step {
        Step(
            key: "step", kind: kind, title: "A step", moveOn: .passed, masteryScore: 0.8, witness: witness, with: with)
    }

    static let cases: [Case] = [
        Case(step: step(.kickoff), facts: .of(), rules: [.attended], by: [.host]),
        Case(step: step(.lesson), facts: .of(.made(.opened)), rules: [.completed], by: [.learner]),
        Case(step: step(.quiz), facts: .of(), rules: [.submitted], by: [.learner]),
        Case(
            step: step(.quiz), facts: .of(.made(.submitted, data: EventData(score: 0.6, success: false))),
            rules: [.passed], by: [.learner], says: "Reach 80 %; your best so far is 60 %."),
        Case(step: step(.practice), facts: .of(), rules: [.submitted], by: [.learner]),
        Case(
            step: step(.practice, witness: .peer), facts: .of(), rules: [.submitted, .confirmed], by: [.learner, .peer]),
        Case(
            step: step(.practice, witness: .manager), facts: .of(.made(.submitted)), rules: [.confirmed],
            by: [.manager], says: "Your manager confirms"),
        Case(
            step: step(.practice, witness: .trainer), facts: .of(.made(.submitted, at: 1), .made(.returned, at: 2)),
            rules: [.submitted, .confirmed], by: [.learner, .trainer], says: "asks for another try"),
        Case(step: step(.coaching), facts: .of(.made(.noted)), rules: [.held], by: [.manager]),
        Case(step: step(.coaching, with: "peer"), facts: .of(), rules: [.held], by: [.peer]),
        Case(step: step(.feedback), facts: .of(), rules: [.answered], by: [.learner]),
        Case(step: step(.pledge), facts: .of(.made(.pledged)), rules: [], by: []),
        Case(step: step(.lesson), facts: .of(.made(.waived)), rules: [], by: []),
    ]

    @Test(arguments: cases)
    func `what is missing names its rule and who can meet it`(test: Case) {
        let unmet = test.step.unmet(test.facts)
        #expect(unmet.map(\.rule) == test.rules)
        #expect(unmet.map(\.by) == test.by)
        #expect(unmet.allSatisfy { !$0.message.isEmpty })
        #expect(test.says.isEmpty || unmet[0].message.contains(test.says))
    }

    @Test func `nothing is missing from what is not required`() {
        var step = Self.step(.file)
        step.unavailable = "The file is missing."
        #expect(step.unmet(ProgressFacts()).isEmpty)
    }

    @Test(arguments: ActivityKind.allCases)
    func `what is missing is empty exactly when the step is done`(kind: ActivityKind) {
        for witness in [nil, Step.Witness.peer] {
            let step = Self.step(kind, witness: witness)
            for verb in Verb.allCases {
                let facts = ProgressFacts.of(.made(verb, data: EventData(score: 0.1), via: .content))
                #expect(step.unmet(facts).isEmpty == (step.outcome(facts).completedAt != nil))
            }
        }
    }
}
