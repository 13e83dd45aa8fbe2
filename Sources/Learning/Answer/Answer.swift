/// A published entry of the knowledge base.
public struct Answer: Identified, Hashable {
    public static let idPrefix = "ans"

    /// Whether it is found.
    public enum State: String, Sendable, Codable, CaseIterable {
        case published
        /// Kept, and no longer found.
        case retired
    }

    public var id: Identifier<Answer>
    /// The author's own key, where a course or a file brought it.
    public var key: String?
    public var fields: AnswerFields
    public var state: State
    /// The question that it was published for, where somebody asked.
    public var questionID: Identifier<Question>?
    /// The answer that took it over; only of one that is retired.
    public var mergedInto: Identifier<Answer>?
    /// When somebody last said that it holds, and who; nil while nobody has.
    public var verifiedAt: Instant?
    public var verifiedBy: Identifier<Person>?
    public var createdAt: Instant
    public var updatedAt: Instant
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Answer>, key: String? = nil, fields: AnswerFields, state: State = .published,
        questionID: Identifier<Question>? = nil, mergedInto: Identifier<Answer>? = nil, verifiedAt: Instant? = nil,
        verifiedBy: Identifier<Person>? = nil,
        createdAt: Instant, updatedAt: Instant,
        revision: Int = 1
    ) {
        self.id = id
        self.key = key
        self.fields = fields
        self.state = state
        self.questionID = questionID
        self.mergedInto = mergedInto
        self.verifiedAt = verifiedAt
        self.verifiedBy = verifiedBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.revision = revision
    }

    /// Published or retired; what is published again stands for itself.
    public mutating func set(_ state: State) {
        self.state = state
        if state == .published { mergedInto = nil }
    }

    /// Whether somebody said that it holds, and the day to look again is not over.
    public func isVerified(on day: CivilDate) -> Bool {
        verifiedAt != nil && fields.verifyBy.map { day <= $0 } ?? true
    }
}
