public import Learning
import Persistence
import Store

extension Campus {
    /// So many rows share a transaction, so that a long roster keeps nobody waiting.
    private static let rosterSlice = 50

    /// Takes in a roster (CSV): adds, changes, lets leave and brings back. Who is not in it stays. A row that cannot be taken is
    /// refused for itself and takes no other along.
    /// - Parameters:
    ///   - isChanging: whether people who are known are changed; otherwise they stay as they are.
    ///   - isInviting: whether those who are new get a link with which they choose a password.
    ///   - url: where people reach the page; where this campus is reached unless it is given.
    /// - Returns: a result for each row, in the order of the lines.
    /// - Throws: ``Refusal`` of kind `invalid` when it is no roster, `forbidden` unless the caller is an admin.
    public func takeRoster(
        csv text: String, isChanging: Bool = true, isInviting: Bool = false, at url: String? = nil, _ access: Access
    ) async throws -> [RosterResult] {
        try await checkMayTakeRoster(access)
        let rows = try await offPool { try RosterRow.rows(ofCSV: text) }
        let lines = Self.lines(of: rows)
        let taking: @Sendable (any SQLConnection, Caller) -> RosterTaking = { [self] connection, caller in
            let people = StoredPeople(
                connection: connection, caller: caller, now: now(), makeID: makeID, publicURL: url ?? publicURL)
            return RosterTaking(people: people, isChanging: isChanging, isInviting: isInviting, lines: lines)
        }
        func take(_ units: [[RosterRow]]) async throws -> [RosterResult] {
            var results: [RosterResult] = []
            for start in stride(from: 0, to: units.count, by: Self.rosterSlice) {
                let part = Array(units[start..<min(start + Self.rosterSlice, units.count)])
                results += try await write(access) { connection, caller in
                    try PersonStore.holdTree(connection)
                    return try taking(connection, caller).take(part)
                }
            }
            return results
        }
        var rounds = RosterRounds(rows)
        rounds.note(try await take(rounds.first))
        let second = try await read(access) { [rounds] connection, _ in
            try rounds.second { try RosterStore.holder(ofEmail: $0, connection) }
        }
        rounds.note(try await take(second))
        rounds.note(try await take(rounds.third(after: second)))
        return rounds.inOrder
    }

    /// What ``takeRoster(csv:isChanging:isInviting:at:_:)`` would come to, were it done now. Nobody waits for it: it is worked out
    /// over a copy of everybody in memory.
    public func previewRoster(csv text: String, _ access: Access) async throws -> [RosterResult] {
        try await checkMayTakeRoster(access)
        let rows = try await offPool { try RosterRow.rows(ofCSV: text) }
        let (everybody, caller) = try await read(access) { connection, caller in
            (try RosterStore.everybody(connection), caller)
        }
        return try await offPool { [self] in
            let people = ForeseenPeople(everybody, caller: caller, now: now(), makeID: makeID)
            let taking = RosterTaking(
                people: people, isChanging: true, isInviting: false, lines: Self.lines(of: rows))
            var rounds = RosterRounds(rows)
            rounds.note(try taking.take(rounds.first))
            let second = try rounds.second(people.holder(ofEmail:))
            rounds.note(try taking.take(second))
            rounds.note(try taking.take(rounds.third(after: second)))
            return rounds.inOrder
        }
    }

    private static func lines(of rows: [RosterRow]) -> [String: Int] {
        Dictionary(rows.map { ($0.externalID, $0.line) }, uniquingKeysWith: min)
    }

    /// Whether a caller may bring a roster, before they send it.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller is an admin.
    public func checkMayTakeRoster(_ access: Access) async throws {
        try await read(access) { _, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin brings a roster.") }
            guard caller.scope == .all else { throw Refusal.readOnlyToken }
        }
    }

    /// Everybody as a roster, in the order of their ids: what it makes, taken in, changes nothing.
    /// - Parameter after: the last person that the caller has.
    public func roster(
        after last: Identifier<Person>?, limit: Int, _ access: Access
    ) async throws -> [RosterLine] {
        try await read(access) { connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin reads the roster.") }
            return try RosterStore.list(after: last, limit: limit, connection)
        }
    }
}
