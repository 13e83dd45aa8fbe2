/// Somebody who is in an initiative.
public struct InitiativeMember: Hashable, Sendable {
    public var id: Identifier<Person>
    public var name: String
    public var addedAt: Instant

    public init(id: Identifier<Person>, name: String, addedAt: Instant) {
        self.id = id
        self.name = name
        self.addedAt = addedAt
    }
}
