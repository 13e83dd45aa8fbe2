/// From when until when somebody managed a person.
public struct ManagerPeriod: Hashable, Sendable {
    /// Nil where nobody did.
    public var managerID: Identifier<Person>?
    public var managerName: String?
    public var since: Instant
    /// Nil for the present one.
    public var until: Instant?

    public init(managerID: Identifier<Person>?, managerName: String?, since: Instant, until: Instant?) {
        self.managerID = managerID
        self.managerName = managerName
        self.since = since
        self.until = until
    }
}
