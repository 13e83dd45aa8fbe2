/// What facts come to under a step's rules.
public struct StepOutcome: Hashable, Sendable {
    public var status: ProgressStatus
    public var completedAt: Instant?
    /// Whether it was passed; nil where nothing says so.
    public var success: Bool?
    /// The best score, 0…1.
    public var score: Double?

    public init(
        status: ProgressStatus = .open, completedAt: Instant? = nil, success: Bool? = nil, score: Double? = nil
    ) {
        self.status = status
        self.completedAt = completedAt
        self.success = success
        self.score = score
    }
}

extension Step {
    /// Whether the step counts toward completion: what cannot be opened, or asks for nothing, does not.
    public var isRequired: Bool { unavailable == nil && !(hasMoveOn && moveOn == .notApplicable) }

    /// Whether `moveOn` has a say.
    var hasMoveOn: Bool {
        switch kind {
        case .lesson, .link, .file, .quiz, .package: true
        case .kickoff, .meeting, .practice, .pledge, .coaching, .feedback: false
        }
    }

    /// What `facts` come to. Monotone: more facts never take a completion away nor make it later.
    public func outcome(_ facts: ProgressFacts) -> StepOutcome {
        let passedAt = passed(facts)
        var completedAt = completed(facts, passedAt)
        for other in [facts.first[.waived], facts.first[.credited], facts.earned] {
            completedAt = .earliest(completedAt, other)
        }
        let status: ProgressStatus =
            if completedAt != nil {
                .done
            } else if kind == .practice, witness != nil, facts.isHandedIn {
                .waiting
            } else {
                facts.isEmpty ? .open : .started
            }
        return StepOutcome(
            status: status, completedAt: completedAt, success: success(facts, passedAt), score: facts.scores.best)
    }

    private func passed(_ facts: ProgressFacts) -> Instant? {
        switch kind {
        case .quiz:
            // Without a mastery score it is passed by handing it in.
            .earliest(facts.succeeded, masteryScore.map { facts.scores.reached($0) } ?? facts.first[.submitted])
        // Its run-time holds the score to the mastery score, on the content's own scale and once it has come to its end;
        // a score on the way is shown and decides nothing.
        case .package: facts.succeeded
        default: nil
        }
    }

    private func success(_ facts: ProgressFacts, _ passedAt: Instant?) -> Bool? {
        if passedAt != nil { return true }
        let isScored = kind == .quiz && masteryScore != nil && facts.scores.best != nil
        return facts.first[.failed] != nil || isScored ? false : nil
    }

    private func completed(_ facts: ProgressFacts, _ passedAt: Instant?) -> Instant? {
        switch kind {
        case .kickoff, .meeting: facts.first[.attended]
        // These report no score: whatever `moveOn` says, going through them is all that can be asked.
        case .lesson, .link, .file: facts.first[.completed]
        case .quiz: move(on: facts.first[.submitted], passedAt)
        // The learner's own mark stands in for what a format that is not played cannot report.
        case .package: .earliest(facts.marked, move(on: contentCompleted(facts), passedAt))
        case .practice: witness == nil ? facts.first[.submitted] : facts.first[.confirmed]
        case .pledge: facts.first[.pledged]
        case .coaching: facts.first[.held]
        case .feedback: facts.first[.answered]
        }
    }

    /// What content says of itself; what can say nothing is done with once it is opened.
    private func contentCompleted(_ facts: ProgressFacts) -> Instant? {
        content?.role == .asset ? .earliest(facts.first[.completed], facts.first[.opened]) : facts.first[.completed]
    }

    /// What `moveOn` makes of completion and passing (cmi5 §10.2.4).
    private func move(on completedAt: Instant?, _ passedAt: Instant?) -> Instant? {
        switch moveOn {
        case .passed: passedAt
        case .completed: completedAt
        case .completedAndPassed:
            if let completedAt, let passedAt { max(completedAt, passedAt) } else { nil }
        case .completedOrPassed, .notApplicable: .earliest(completedAt, passedAt)
        }
    }
}
