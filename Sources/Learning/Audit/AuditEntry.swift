/// Who changed what, when, and how: written with the change itself, and never changed.
public struct AuditEntry: Hashable, Sendable {
    /// What was done.
    public enum Verb: String, Sendable, Codable, CaseIterable {
        case personAdded = "person-added"
        case personChanged = "person-changed"
        case passwordSet = "password-set"
        case tokenMade = "token-made"
        case tokenRevoked = "token-revoked"
        /// A link with which somebody comes in was handed out.
        case linkMade = "link-made"
        case linkUsed = "link-used"
        case versionPublished = "version-published"
        case courseChanged = "course-changed"
        case enrolled
        /// An enrollment went on to another version.
        case moved
        /// A step is not asked of somebody.
        case waived
        case answerPublished = "answer-published"
        case answerChanged = "answer-changed"
        /// A way of asking that was learned from searches was taken away from an answer.
        case phrasingRevoked = "phrasing-revoked"
        case synonymsChanged = "synonyms-changed"
        case initiativeMade = "initiative-made"
        case initiativeChanged = "initiative-changed"
    }

    public enum Actor: Hashable, Sendable {
        case person(Identifier<Person>)
        /// The command line, or the program itself.
        case `operator`
        /// Whoever came by a link.
        case link
    }

    /// Counts all entries; 0 before it is written.
    public var number: Int64
    public var at: Instant
    public var actor: Actor
    public var verb: Verb
    /// What was changed: an id as the API shows it; of a step `enrollment/activity/occurrence`.
    public var subject: String
    /// The person whom it concerns, if any.
    public var person: Identifier<Person>?
    public var changes: [AuditChange]

    public init(
        number: Int64 = 0, at: Instant, actor: Actor, _ verb: Verb, subject: String,
        person: Identifier<Person>? = nil, changes: [AuditChange] = []
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.verb = verb
        self.subject = subject
        self.person = person
        self.changes = changes
    }
}

extension AuditEntry {
    /// Something about a person, by whoever calls.
    public init(
        _ verb: Verb, _ person: Identifier<Person>, by caller: Caller, at now: Instant, _ changes: [AuditChange?] = []
    ) {
        self.init(
            at: now, actor: caller.actor, verb, subject: "\(person)", person: person,
            changes: changes.compactMap { $0 })
    }
}

extension Caller {
    /// As the log names them.
    public var actor: AuditEntry.Actor { isOperator ? .operator : .person(id) }
}
