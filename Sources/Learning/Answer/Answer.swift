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
    public var createdAt: Instant
    public var updatedAt: Instant
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Answer>, key: String? = nil, fields: AnswerFields, state: State = .published,
        createdAt: Instant, updatedAt: Instant, revision: Int = 1
    ) {
        self.id = id
        self.key = key
        self.fields = fields
        self.state = state
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.revision = revision
    }
}
