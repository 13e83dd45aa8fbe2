/// Something in a person's inbox.
public struct Notice: Identified, Hashable {
    public static let idPrefix = "ntc"

    /// What it is about.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A question of theirs was answered.
        case questionAnswered = "question-answered"
        /// Something came of their feedback.
        case feedbackOutcome = "feedback-outcome"
        /// A witness says that a practice of theirs was really done.
        case practiceConfirmed = "practice-confirmed"
        /// A witness asks for another try of a practice.
        case practiceReturned = "practice-returned"
    }

    public var id: Identifier<Notice>
    public var personID: Identifier<Person>
    public var kind: Kind
    /// Why it came, in plain text.
    public var text: String
    /// What it is about: an id as the API shows it; of a practice `enrollment/activity/occurrence`.
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
