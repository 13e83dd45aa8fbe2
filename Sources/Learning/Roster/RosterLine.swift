/// One line of a roster as it is written.
public struct RosterLine: Hashable, Sendable {
    public let person: Person
    /// The manager's external id; nil for one who has none, or without a manager.
    public let managerExternalID: String?

    public init(person: Person, managerExternalID: String?) {
        self.person = person
        self.managerExternalID = managerExternalID
    }

    /// The fields, by the columns of a roster. Who has no personnel number is named by our id.
    public var fields: [String] {
        let manager = managerExternalID ?? person.managerID?.description ?? ""
        return [
            person.externalID ?? person.id.description, person.name, person.email ?? "", manager,
            Role.allCases.filter(person.roles.contains).map(\.rawValue).joined(separator: "|"), person.timeZone,
            person.locale, person.leftAt == nil ? "active" : "left",
        ]
    }
}
