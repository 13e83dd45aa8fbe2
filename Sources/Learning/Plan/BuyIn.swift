/// How far somebody has taken one behavior on: three states, never one number.
public struct BuyIn: Hashable, Sendable {
    /// Whether they showed that they know what is meant.
    public enum Understanding: String, Sendable, Codable, CaseIterable {
        case none
        /// Went through something that teaches it.
        case seen
        /// Passed a test of it.
        case shown
    }

    /// Whether they promised it, in their own words, and what they say came of it.
    public enum Commitment: String, Sendable, Codable, CaseIterable {
        case none, pledged, kept, broken
    }

    /// Whether they did it.
    public enum Action: String, Sendable, Codable, CaseIterable {
        case none
        /// Handed something in.
        case tried
        /// A witness confirmed it.
        case witnessed
    }

    public var behavior: Behavior
    public var understanding: Understanding
    public var commitment: Commitment
    public var action: Action

    /// One for each behavior of the course, in its order.
    public static func list(_ outline: CourseOutline, facts: [ItemKey: ProgressFacts]) -> [BuyIn] {
        outline.behaviors.map { behavior in
            var buyIn = BuyIn(behavior: behavior, understanding: .none, commitment: .none, action: .none)
            var pledge = ProgressFacts()
            for step in outline.modules.flatMap(\.steps) where step.behaviors.contains(behavior.key) {
                for occurrence in 1...max(1, step.schedule.times) {
                    guard let facts = facts[ItemKey(step.key, occurrence)] else { continue }
                    if step.kind == .pledge { pledge.merge(facts) } else { buyIn.add(facts, step) }
                }
            }
            buyIn.commitment = commitment(pledge)
            return buyIn
        }
    }

    private mutating func add(_ facts: ProgressFacts, _ step: Step) {
        switch step.kind {
        case .quiz, .package:
            let outcome = step.outcome(facts)
            if outcome.success == true {
                understanding = .shown
            } else if facts.first[.completed] != nil || facts.first[.submitted] != nil, understanding == .none {
                understanding = .seen
            }
        case .lesson, .link, .file, .kickoff, .meeting:
            let went = facts.first[.completed] ?? facts.first[.attended]
            if went != nil, understanding == .none { understanding = .seen }
        case .practice:
            if facts.first[.confirmed] != nil {
                action = .witnessed
            } else if facts.first[.submitted] != nil, action == .none {
                action = .tried
            }
        case .pledge, .coaching, .feedback: break
        }
    }

    /// What was said last counts: a broken pledge that is pledged anew is a pledge.
    private static func commitment(_ facts: ProgressFacts) -> Commitment {
        let stands: [(Commitment, Mark?)] = [
            (.pledged, facts.last[.pledged]), (.kept, facts.last[.kept]), (.broken, facts.last[.broken]),
        ]
        var latest: (commitment: Commitment, mark: Mark)?
        for case (let commitment, let mark?) in stands where latest.map({ mark > $0.mark }) ?? true {
            latest = (commitment, mark)
        }
        return latest?.commitment ?? .none
    }
}
