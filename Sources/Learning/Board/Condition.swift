/// One of the four conditions that a change needs: where one is missing it fails, whatever the others are like.
public struct Condition: Hashable, Sendable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case leaders, managers, activities, answers
    }

    public enum State: String, Sendable, Codable, CaseIterable {
        case missing
        /// Something is there, and something is not.
        case partly
        case there
        /// Nothing could be there yet.
        case early
    }

    /// What to do next; the page knows where.
    public enum Step: String, Sendable, Codable, CaseIterable {
        case addPeople = "add-people"
        case pledge
        case tellStory = "tell-story"
        case support
        case designCoaching = "design-coaching"
        case witness
        case coach
        case mendDesign = "mend-design"
        case seeCompletion = "see-completion"
        case writeAnswers = "write-answers"
        case answerQuestions = "answer-questions"
        case seeUnanswered = "see-unanswered"
        /// Nothing is wanting: go on.
        case goOn = "go-on"
    }

    public var kind: Kind
    public var state: State
    /// What is there, a sentence each.
    public var evidence: [String]
    /// What is not there, a sentence each.
    public var missing: [String]
    public var next: Step
    /// The next step in words.
    public var advice: String

    public init(
        _ kind: Kind, _ state: State, evidence: [String], missing: [String], next: Step, _ advice: String
    ) {
        self.kind = kind
        self.state = state
        self.evidence = evidence
        self.missing = missing
        self.next = next
        self.advice = advice
    }
}
