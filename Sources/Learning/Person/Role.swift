/// What a person may do beside learning. Roles add up; having reports makes a manager.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
    case learner, trainer, manager, leader, admin

    public static func < (left: Role, right: Role) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
