public import Learning

/// On whose behalf a verb is called. A bearer token is looked up inside the verb's own transaction, so that a request needs
/// exactly one read and a revoked token is dead at once.
public enum Access: Hashable, Sendable {
    /// The SHA-256 of a bearer secret, as ``Secret/hash(_:)`` makes it.
    case bearer(hash: String)
    /// The command line, speaking for a person as if they had signed in: `--as`, and the starter organization.
    case person(Identifier<Person>)
    /// The command line: may do what an admin may, and is nobody.
    case `operator`
    /// Nobody signed in.
    case anonymous
}

extension Caller {
    /// Whom the command line speaks for. No row has this id.
    static let `operator` = Caller(
        id: Identifier(stored: "00000000-0000-0000-0000-000000000000"), roles: [], isOperator: true)

    /// The person to write into `created_by` and the like; nil for the operator.
    var personID: Identifier<Person>? { isOperator ? nil : id }
}
