public import Learning
import Persistence
import Store

/// Somebody of the starter organization to sign in as.
public struct StarterPerson: Sendable {
    public var id: Identifier<Person>
    /// What to type at sign-in.
    public var login: String
    /// Whether they have no password yet.
    public var isNew: Bool
}

extension Campus {
    /// One person for each role, who has that role and as few others as can be; the rep has work under way.
    public func starterRoles() async throws -> [(role: String, person: StarterPerson)] {
        try await read(.operator) { connection, _ in
            try [
                ("rep", Role.learner), ("trainer", .trainer), ("manager", .manager), ("leader", .leader),
                ("admin", .admin),
            ]
            .compactMap { name, role in
                guard let person = try PersonStore.example(of: role, connection) else { return nil }
                let account = try CredentialStore.account(of: person.id, connection)
                let login = person.email ?? person.externalID ?? person.id.description
                return (name, StarterPerson(id: person.id, login: login, isNew: account?.hash == nil))
            }
        }
    }
}
