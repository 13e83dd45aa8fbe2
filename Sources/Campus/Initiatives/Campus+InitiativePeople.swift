public import Learning
import Persistence
import Store

extension Campus {
    /// People of one transaction: ten thousand of them keep nobody waiting for long.
    private static let peopleSlice = 250

    /// Adds people to an initiative and enrolls them in its courses, each for themself: a row that cannot be is refused and
    /// says why. Whoever is in it already stays as they are.
    ///
    /// Its sponsor and admins add anybody, managers their own tree.
    /// - Returns: a result for each row.
    /// - Throws: ``Refusal`` of kind `missing` when the initiative or team is not the caller's to see, `forbidden` for those
    ///   who can add nobody, `invalid` when there are too many.
    public func add(
        _ people: InitiativePeople, to id: Identifier<Initiative>, _ access: Access
    ) async throws -> [InitiativePersonResult] {
        let rows = try await rows(of: people, for: id, access)
        guard rows.count <= Limits.initiativePeople.value else {
            throw Refusal.invalid(
                people.pointer, "too-many",
                "At most \(Limits.initiativePeople.value) people can be added at once; these are \(rows.count). "
                    + "Add the teams within one after the other.")
        }
        var results: [InitiativePersonResult] = []
        results.reserveCapacity(rows.count)
        for start in stride(from: 0, to: rows.count, by: Self.peopleSlice) {
            let part = Array(rows[start..<min(start + Self.peopleSlice, rows.count)])
            results += try await add(part, to: id, access)
        }
        return results
    }

    /// The people of an initiative whom the caller may know by name, in the order of their ids.
    public func people(
        of id: Identifier<Initiative>, page: Page<Identifier<Person>>, _ access: Access
    ) async throws -> [InitiativeMember] {
        try await read(access) { connection, caller in
            guard try InitiativeStore.find(id, seenBy: caller, connection) != nil else {
                throw Refusal.missing("initiative")
            }
            return try InitiativePeopleStore.list(of: id, seenBy: caller, page: page, connection)
        }
    }

    /// The rows of a request, with what is wrong with them as they stand.
    private func rows(
        of people: InitiativePeople, for id: Identifier<Initiative>, _ access: Access
    ) async throws -> [InitiativePersonResult] {
        try await read(access) { connection, caller in
            guard let initiative = try InitiativeStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            try Self.checkMayAdd(to: initiative, caller)
            let names: [String]
            switch people {
            case .named(let given): names = given
            case .members:
                guard initiative.isLed(by: caller) else {
                    throw Refusal.forbidden(
                        "Its sponsor enrolls everybody who is in it; name the people of your own team.")
                }
                names = try InitiativePeopleStore.ids(of: id, connection).map(\.description)
            case .team(let name):
                guard let manager = try RosterStore.find(name, connection)?.id,
                    try initiative.isLed(by: caller) || manager == caller.id
                        || TeamStore.contains(manager: caller.id, person: manager, connection)
                else { throw Refusal.missing("team") }
                names = try EnrollmentStore.team(of: manager, connection).map(\.description)
            }
            var first: [String: Int] = [:]
            return names.enumerated().map { index, name in
                var result = InitiativePersonResult(row: index + 1, given: name, outcome: .unchanged)
                if let earlier = first[name] {
                    result.outcome = .refused(Self.twice(row: result.row, earlier: earlier))
                } else {
                    first[name] = result.row
                }
                return result
            }
        }
    }

    private func add(
        _ rows: [InitiativePersonResult], to id: Identifier<Initiative>, _ access: Access
    ) async throws -> [InitiativePersonResult] {
        let now = now()
        let makeID = makeID
        return try await write(access) { [outlines] connection, caller in
            guard let initiative = try InitiativeStore.hold(id, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            try Self.checkMayAdd(to: initiative, caller)
            var adding = InitiativeAdding(initiative: initiative, caller: caller, now: now, makeID: makeID)
            return try adding.add(rows, outline: { try outlines.outline($0, connection) }, connection)
        }
    }

    private static func checkMayAdd(to initiative: Initiative, _ caller: Caller) throws(Refusal) {
        guard initiative.isLed(by: caller) || caller.isManager else {
            throw .forbidden("Its sponsor adds people to an initiative, and managers add their own.")
        }
    }

    static func twice(row: Int, earlier: Int) -> Refusal.Detail {
        .init(
            pointer: "/people/\(row - 1)", code: "person-twice",
            message: "This person stands in row \(earlier) already.")
    }
}

extension InitiativePeople {
    fileprivate var pointer: String {
        switch self {
        case .named: "/people"
        case .team: "/team"
        case .members: "/members"
        }
    }
}
