/// Which entries of the audit log are asked for.
public struct AuditFilter: Hashable, Sendable {
    /// An id as the API shows it; what stands below it, as the steps of an enrollment, is meant as well.
    public var subject: String?
    public var actor: Identifier<Person>?
    public var person: Identifier<Person>?
    public var verb: AuditEntry.Verb?

    public init(
        subject: String? = nil, actor: Identifier<Person>? = nil, person: Identifier<Person>? = nil,
        verb: AuditEntry.Verb? = nil
    ) {
        self.subject = subject
        self.actor = actor
        self.person = person
        self.verb = verb
    }
}
