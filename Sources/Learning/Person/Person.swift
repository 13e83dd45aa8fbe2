/// Somebody who uses the product. Keyed by our id; e-mail and name are attributes and may change. Nobody is deleted.
public struct Person: Identified, Hashable {
    public static let idPrefix = "per"

    public var id: Identifier<Person>
    /// The personnel number that roster rows match; unique when present, 1…200 characters.
    public var externalID: String?
    /// 1…200 characters.
    public var name: String
    /// Unique among those who have not left, compared without case; at most 254 characters.
    public var email: String?
    public var roles: Set<Role>
    public var managerID: Identifier<Person>?
    /// IANA name.
    public var timeZone: String
    /// BCP 47.
    public var locale: String
    public var createdAt: Instant
    /// When they left; nil while they are here.
    public var leftAt: Instant?
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Person>, externalID: String? = nil, name: String, email: String? = nil, roles: Set<Role>,
        managerID: Identifier<Person>? = nil, timeZone: String = "UTC", locale: String = "en", createdAt: Instant,
        leftAt: Instant? = nil, revision: Int = 1
    ) {
        self.id = id
        self.externalID = externalID
        self.name = name
        self.email = email
        self.roles = roles
        self.managerID = managerID
        self.timeZone = timeZone
        self.locale = locale
        self.createdAt = createdAt
        self.leftAt = leftAt
        self.revision = revision
    }
}
