public import Learning
public import Persistence

extension PersonStore {
    /// Somebody with a role and as few others as can be: the one with the most enrollments, then the lowest external id.
    public static func example(of role: Role, _ connection: any SQLConnection) throws -> Person? {
        let has: SQLQuery =
            switch role {
            case .learner: "person.is_learner = 1 AND person.manager_id IS NOT NULL"
            case .trainer: "person.is_trainer = 1"
            case .manager: "person.is_manager = 1 AND person.is_leader = 0"
            case .leader: "person.is_leader = 1"
            case .admin: "person.is_admin = 1"
            }
        return try connection.first(
            """
            SELECT \(columns) FROM person
            WHERE person.left_at IS NULL AND \(has)
            ORDER BY person.is_learner + person.is_trainer + person.is_manager + person.is_leader + person.is_admin,
                     (SELECT COUNT(*) FROM enrollment WHERE enrollment.person_id = person.id) DESC, person.external_id
            LIMIT 1
            """)
    }
}
