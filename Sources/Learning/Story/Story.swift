/// What somebody tells of a person in an initiative: an early success, or how somebody got up again.
///
/// Nothing of it is shown before the person told about says yes; who tells of themselves has said so by telling.
public struct Story: Identified, Hashable {
    public static let idPrefix = "sto"

    public enum State: String, Sendable, Codable, CaseIterable {
        /// The person told about has not said yet.
        case waiting
        case approved
        case declined
        /// Its author, or the person told about, took it back.
        case withdrawn
    }

    public var id: Identifier<Story>
    public var initiativeID: Identifier<Initiative>
    public var authorID: Identifier<Person>
    public var aboutID: Identifier<Person>
    /// The course of the stage that it belongs to; nil where it belongs to none.
    public var courseID: Identifier<Course>?
    /// The stage, by its module's key.
    public var module: String?
    /// Markdown.
    public var text: String
    public var state: State
    public var createdAt: Instant
    /// When the person told about said yes or no.
    public var decidedAt: Instant?
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Story>, initiativeID: Identifier<Initiative>, authorID: Identifier<Person>,
        aboutID: Identifier<Person>, courseID: Identifier<Course>? = nil, module: String? = nil, text: String,
        state: State, createdAt: Instant, decidedAt: Instant? = nil, revision: Int = 1
    ) {
        self.id = id
        self.initiativeID = initiativeID
        self.authorID = authorID
        self.aboutID = aboutID
        self.courseID = courseID
        self.module = module
        self.text = text
        self.state = state
        self.createdAt = createdAt
        self.decidedAt = decidedAt
        self.revision = revision
    }

    /// Whether somebody may bring it into another state now: the person told about says yes or no while it waits, and both take
    /// it back until it is over.
    public func mayBecome(_ state: State, by person: Identifier<Person>) -> Bool {
        switch state {
        case .approved, .declined: self.state == .waiting && person == aboutID
        case .withdrawn:
            (self.state == .waiting || self.state == .approved) && (person == aboutID || person == authorID)
        case .waiting: false
        }
    }
}
