import Learning

/// The people whom a roster is held against: those who are stored, or for a preview what would become of them.
protocol RosterPeople {
    /// Who is meant by a personnel number or by our own id, those who left included.
    func find(_ name: String) throws -> Person?

    /// Who has an e-mail, in whatever case it is written, of those who are here.
    func holder(ofEmail email: String) throws -> Person?

    /// - Parameter line: where in the roster it stands.
    func add(_ draft: PersonDraft, from line: AuditChange) throws -> Person

    /// - Parameter old: as they were before the roster said anything of them.
    func change(_ old: Person, _ change: PersonChange, from line: AuditChange) throws -> Person

    /// Takes the e-mails from people who get others before the savepoint is over.
    func clearEmails(of people: [Person]) throws

    /// A link with which somebody new chooses a password.
    func invite(_ person: Person) throws -> Invited

    /// Undoes what `body` did when it throws.
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value
}
