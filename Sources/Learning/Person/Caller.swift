/// Who is asking, as rights are decided: a person with roles, or the operator at the command line.
public struct Caller: Hashable, Sendable {
    /// What a token may be used for; never more than the person's own rights.
    public enum Scope: String, Sendable, Codable, CaseIterable {
        /// Everything that the person may do.
        case all
        /// Reading only.
        case read
    }

    public var id: Identifier<Person>
    public var roles: Set<Role>
    /// Whether anybody reports to them.
    public var hasReports: Bool
    public var scope: Scope
    /// Commands act as the operator, who may do what an admin may.
    public var isOperator: Bool

    public init(
        id: Identifier<Person>, roles: Set<Role>, hasReports: Bool = false, scope: Scope = .all,
        isOperator: Bool = false
    ) {
        self.id = id
        self.roles = roles
        self.hasReports = hasReports
        self.scope = scope
        self.isOperator = isOperator
    }

    public var isAdmin: Bool { isOperator || roles.contains(.admin) }
    public var isTrainer: Bool { isAdmin || roles.contains(.trainer) }
    public var isManager: Bool { roles.contains(.manager) || hasReports }
    public var isLeader: Bool { roles.contains(.leader) }
}
