public import Learning
import Persistence
import Store

/// A link with which somebody looks around in one role.
public struct TourLink: Sendable {
    /// `rep`, `trainer`, `manager`, `leader` or `admin`.
    public var role: String
    /// Who one is then.
    public var person: Person
    /// What to open; it works once, within a day.
    public var url: String
}

extension Campus {
    /// Makes one link a role into the starter organization; those of an earlier call are over.
    /// - Throws: ``Refusal`` where no starter organization was loaded: nobody looks around as real people.
    public func tourLinks() async throws -> [TourLink] {
        let roles = try await starterRoles()
        let now = now()
        let ids: [Identifier<Invitation>] = roles.map { _ in makeIdentifier() }
        return try await write(.operator) { [publicURL] connection, caller in
            guard try SettingStore.value(Self.starterBegan, connection) != nil else {
                throw Refusal(
                    .conflict, "no-starter",
                    "There is no starter organization to look around in: `cornerman seed` loads one.")
            }
            try InvitationStore.end(.tour, now: now, connection)
            return try zip(roles, ids).compactMap { role, id in
                guard let person = try PersonStore.find(role.person.id, connection) else { return nil }
                let made = try Self.invite(
                    person, .tour, as: id, by: caller, now: now, at: publicURL, connection)
                return TourLink(role: role.role, person: person, url: made.url)
            }
        }
    }
}
