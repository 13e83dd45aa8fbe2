/// Something in a person's inbox.
public struct Notice: Identified, Hashable {
    public static let idPrefix = "ntc"

    /// What it is about.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A question of theirs was answered.
        case questionAnswered = "question-answered"
        /// A question of a course of theirs waits for them, or one that was answered is open again.
        case questionAsked = "question-asked"
        /// Questions that were to be answered by now are not.
        case questionOverdue = "question-overdue"
        /// Somebody proposes an answer to a question of theirs.
        case answerProposed = "answer-proposed"
        /// The answer that they proposed was accepted.
        case proposalAccepted = "proposal-accepted"
        /// There is an answer now to what they looked for in vain.
        case gapAnswered = "gap-answered"
        /// A colleague's question that they follow was answered.
        case followedAnswered = "followed-answered"
        /// Answers that they keep right are to be looked at again.
        case answersDue = "answers-due"
        /// Something came of their feedback.
        case feedbackOutcome = "feedback-outcome"
        /// A witness says that a practice of theirs was really done.
        case practiceConfirmed = "practice-confirmed"
        /// A witness asks for another try of a practice.
        case practiceReturned = "practice-returned"
        /// Somebody tells a story about them, and waits for their yes.
        case storyTold = "story-told"
        /// The person told about said yes or no to a story of theirs.
        case storyDecided = "story-decided"
        /// A trainer moved them to a new version of a course, and there is something new to do.
        case newVersion = "new-version"
    }

    public var id: Identifier<Notice>
    public var personID: Identifier<Person>
    public var kind: Kind
    /// Why it came, in plain text.
    public var text: String
    /// What it is about: an id as the API shows it; of a practice `enrollment/activity/occurrence`;
    /// of several at once `questions` or `answers`, the list that has them.
    public var subject: String?
    public var createdAt: Instant
    public var readAt: Instant?

    public init(
        id: Identifier<Notice>, personID: Identifier<Person>, kind: Kind, text: String, subject: String?,
        createdAt: Instant, readAt: Instant? = nil
    ) {
        self.id = id
        self.personID = personID
        self.kind = kind
        self.text = text
        self.subject = subject
        self.createdAt = createdAt
        self.readAt = readAt
    }

    /// Counts changes, for ETags: it is read or it is not.
    public var revision: Int { readAt == nil ? 1 : 2 }
}
