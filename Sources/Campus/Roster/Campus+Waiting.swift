public import Learning
import Persistence
import Store

extension Campus {
    /// So many links are made in one transaction, so that nobody waits for long.
    private static let linkSlice = 50

    /// How many of those who are here never chose a password. Admins alone.
    public func waitingForLink(_ access: Access) async throws -> Int {
        try await read(access) { connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin hands out links.") }
            return try RosterStore.countWithoutPassword(connection)
        }
    }

    /// Makes a link for each of those who are here and never chose a password; what they were handed before is over. Admins
    /// alone.
    /// - Parameters:
    ///   - last: the last person that the caller has.
    ///   - limit: of how many people.
    ///   - url: where people reach the page; where this campus is reached unless it is given.
    /// - Returns: the people with their links, in the order of their ids.
    public func inviteWaiting(
        after last: Identifier<Person>?, limit: Int, at url: String? = nil, _ access: Access
    ) async throws -> [(person: Person, made: Invited)] {
        var made: [(person: Person, made: Invited)] = []
        var last = last
        while made.count < limit {
            let now = now()
            let wanted = min(Self.linkSlice, limit - made.count)
            let part = try await write(access) { [self, last] connection, caller in
                guard caller.isAdmin else { throw Refusal.forbidden("Only an admin hands out links.") }
                return try RosterStore.withoutPassword(after: last, limit: wanted, connection).map { person in
                    try InvitationStore.end(of: person.id, now: now, connection)
                    let link = try Self.invite(
                        person, .invite, as: makeIdentifier(), by: caller, now: now, at: url ?? publicURL, connection)
                    return (person: person, made: link)
                }
            }
            made += part
            guard part.count == wanted else { break }
            last = part.last?.person.id
        }
        return made
    }
}
