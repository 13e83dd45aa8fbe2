/// One thing that is still missing before a step is complete: the rule, in words, and who can meet it.
public struct Unmet: Hashable, Sendable, Codable {
    public enum Rule: String, Sendable, Codable, CaseIterable {
        case attended, completed, submitted, passed, confirmed, pledged, held, answered
    }

    /// Who can meet it.
    public enum By: String, Sendable, Codable, CaseIterable {
        case learner, host, manager, peer, trainer, anyone, content
    }

    public var rule: Rule
    /// A sentence for the learner.
    public var message: String
    public var by: By

    public init(_ rule: Rule, _ message: String, by: By) {
        self.rule = rule
        self.message = message
        self.by = by
    }
}

extension Step {
    /// What is missing before this step is complete; empty when it is, or when nothing is asked.
    public func unmet(_ facts: ProgressFacts) -> [Unmet] {
        guard isRequired, outcome(facts).completedAt == nil else { return [] }
        switch kind {
        case .kickoff, .meeting:
            return [
                Unmet(
                    .attended, "Be there; the host or your manager notes it, or you enter the host's code.", by: .host)
            ]
        case .lesson: return [Unmet(.completed, "Go through it and mark it as done.", by: .learner)]
        case .link: return [Unmet(.completed, "Follow the link and mark it as done.", by: .learner)]
        case .file: return [Unmet(.completed, "Open the file and mark it as done.", by: .learner)]
        case .quiz: return quizUnmet(facts)
        case .package where content?.role == .asset: return [Unmet(.completed, "Open it.", by: .learner)]
        case .package where content?.isPlayed == true: return contentUnmet(facts)
        case .package: return [Unmet(.completed, "Work through it and mark it as done.", by: .learner)]
        case .practice: return practiceUnmet(facts)
        case .pledge: return [Unmet(.pledged, "Write your pledge in your own words.", by: .learner)]
        case .coaching:
            let coach: Unmet.By = with.flatMap(Unmet.By.init) ?? .manager
            return [Unmet(.held, "Have the conversation; \(Self.inWords(coach)) notes that it was held.", by: coach)]
        case .feedback: return [Unmet(.answered, "Answer the questions.", by: .learner)]
        }
    }

    private func contentUnmet(_ facts: ProgressFacts) -> [Unmet] {
        let mustPass = moveOn == .passed || moveOn == .completedAndPassed
        if mustPass, facts.first[.completed] != nil || facts.first[.failed] != nil, facts.succeeded == nil {
            let best = facts.scores.best.map { "; your best so far is \(Self.percent($0))" } ?? ""
            let needed = masteryScore.map { "Reach \(Self.percent($0))" } ?? "Pass it"
            return [Unmet(.passed, "\(needed)\(best). You may open it again.", by: .content)]
        }
        return [Unmet(.completed, "Work through it to its end: it tells by itself when it is done.", by: .content)]
    }

    private func quizUnmet(_ facts: ProgressFacts) -> [Unmet] {
        guard facts.first[.submitted] != nil else { return [Unmet(.submitted, "Take the quiz.", by: .learner)] }
        let best = facts.scores.best.map { "; your best so far is \(Self.percent($0))" } ?? ""
        return [Unmet(.passed, "Reach \(Self.percent(masteryScore ?? 1))\(best). You may take it again.", by: .learner)]
    }

    private func practiceUnmet(_ facts: ProgressFacts) -> [Unmet] {
        let confirmation = witness.map { witness in
            let by = Unmet.By(rawValue: witness.rawValue) ?? .anyone
            return Unmet(.confirmed, "\(Self.inWords(by, capital: true)) confirms that it was done.", by: by)
        }
        if facts.isHandedIn { return confirmation.map { [$0] } ?? [] }
        let again = facts.last[.returned] != nil
        let handIn = Unmet(
            .submitted,
            again
                ? "Your witness asks for another try: read what is missing and hand it in again."
                : "Do it, and hand it in.",
            by: .learner)
        return [handIn] + (confirmation.map { [$0] } ?? [])
    }

    private static func inWords(_ by: Unmet.By, capital: Bool = false) -> String {
        switch by {
        case .manager: capital ? "Your manager" : "your manager"
        case .peer: capital ? "Somebody of your team" : "somebody of your team"
        case .trainer: capital ? "A trainer" : "a trainer"
        case .learner, .host, .anyone, .content: capital ? "Somebody else" : "somebody else"
        }
    }

    private static func percent(_ score: Double) -> String { "\(Int((score * 100).rounded(.down))) %" }
}
