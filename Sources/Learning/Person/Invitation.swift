/// A one-use link into the product.
public struct Invitation: Identified, Hashable {
    public static let idPrefix = "inv"

    /// What the link is for.
    public enum Purpose: String, Sendable, CaseIterable {
        /// Makes the first admin of an empty installation.
        case setup
        /// Lets a new person choose a password.
        case invite
        /// Lets a person choose a new password.
        case reset
        /// Signs one in as somebody of the starter organization, to look around; no password is chosen.
        case tour
    }

    public var id: Identifier<Invitation>
    public var purpose: Purpose
    /// Whose it is; nil for `setup`, where there is nobody yet.
    public var personID: Identifier<Person>?
    /// Who made it; nil for the command line.
    public var createdBy: Identifier<Person>?
    public var createdAt: Instant
    public var expiresAt: Instant

    public init(
        id: Identifier<Invitation>, purpose: Purpose, personID: Identifier<Person>?,
        createdBy: Identifier<Person>?, createdAt: Instant, expiresAt: Instant
    ) {
        self.id = id
        self.purpose = purpose
        self.personID = personID
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
