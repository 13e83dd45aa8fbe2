import Learning

/// Takes rows of a roster, each for itself but for those who swap their e-mails.
struct RosterTaking {
    let people: any RosterPeople
    let isChanging: Bool
    let isInviting: Bool
    /// On which line each person stands, by the external id.
    let lines: [String: Int]

    /// - Parameter units: one row each, or those that can only be taken together.
    func take(_ units: [[RosterRow]]) throws -> [RosterResult] {
        try units.flatMap { unit in unit.count == 1 ? [try take(unit[0])] : try swap(unit) }
    }

    private func take(_ row: RosterRow) throws -> RosterResult {
        var result = Self.result(row)
        do {
            try people.savepoint { try take(row, as: find(row), &result) }
        } catch let refusal as Refusal {
            result.invitation = nil
            var detail =
                refusal.details.first ?? .init(pointer: "", code: refusal.code, message: refusal.message)
            if detail.code == "taken", case .set(let email?) = row.email, let holder = try people.holder(ofEmail: email)
            {
                detail.message = taken(email, by: holder)
            }
            result.outcome = .refused(detail)
        }
        return result
    }

    /// Takes rows together each of which gets the e-mail that another one of them gives away: all, or each for itself, which says
    /// why it cannot be.
    private func swap(_ unit: [RosterRow]) throws -> [RosterResult] {
        do {
            return try people.savepoint {
                let known = try unit.map { try find($0) }
                try people.clearEmails(of: known.compactMap(\.self))
                return try zip(unit, known).map { row, person in
                    var result = Self.result(row)
                    try take(row, as: person, &result)
                    return result
                }
            }
        } catch is Refusal {
            return try unit.map { try take($0) }
        }
    }

    private func find(_ row: RosterRow) throws -> Person? {
        try row.externalID.isEmpty ? nil : people.find(row.externalID)
    }

    private static func result(_ row: RosterRow) -> RosterResult {
        RosterResult(line: row.line, externalID: row.externalID, name: row.name, outcome: .unchanged)
    }

    private func taken(_ email: String, by holder: Person) -> String {
        let number = holder.externalID ?? "\(holder.id)"
        let line = lines[number].map { ", line \($0) of this table" } ?? ""
        return
            "\"\(email.prefix(100))\" is the e-mail of \(holder.name) (\(number)\(line)). Upper and lower case make no "
            + "difference, and every e-mail is one person's."
    }

    private func take(_ row: RosterRow, as known: Person?, _ result: inout RosterResult) throws {
        result.person = known?.id
        result.name = row.name ?? known?.name
        if let fault = row.fault { throw Refusal(.invalid, fault.code, fault.message, details: [fault]) }
        guard let known else { return try add(row, &result) }
        if isChanging { try change(known, row, &result) }
    }

    // MARK: Somebody new

    private func add(_ row: RosterRow, _ result: inout RosterResult) throws {
        guard Identifier<Person>(row.externalID) == nil else {
            throw Refusal.invalid(
                "/external_id", "unknown-person",
                "This is an id of this kind, but nobody has it: a personnel number is expected.")
        }
        guard let name = row.name else {
            throw Refusal.invalid(
                "/name", "required", "Nobody with this external id is known: give the new person a name.")
        }
        var draft = PersonDraft(name: name, externalID: row.externalID)
        draft.email = row.email.applied(to: nil)
        if case .set(let roles) = row.roles, !roles.isEmpty { draft.roles = roles }
        draft.managerID = try manager(row, was: nil).applied(to: nil)
        draft.timeZone = row.timeZone ?? draft.timeZone
        draft.locale = row.locale ?? draft.locale
        let person = try people.add(draft, from: line(row))
        result.outcome = .added
        result.person = person.id
        if row.isHere == false {
            _ = try people.change(person, PersonChange(leaving: .set(.now)), from: line(row))
        } else if isInviting {
            result.invitation = try people.invite(person)
        }
    }

    // MARK: Somebody known

    private func change(_ known: Person, _ row: RosterRow, _ result: inout RosterResult) throws {
        var change = PersonChange()
        if let name = row.name { change.name = .set(name) }
        change.email = row.email
        change.managerID = try manager(row, was: known.managerID)
        if case .set(let roles) = row.roles, !roles.isEmpty { change.roles = .set(roles) }
        if let timeZone = row.timeZone { change.timeZone = .set(timeZone) }
        if let locale = row.locale { change.locale = .set(locale) }
        let wasHere = known.leftAt == nil
        let isHere = row.isHere ?? wasHere
        if isHere != wasHere { change.leaving = .set(isHere ? nil : .now) }
        let columns = Self.columns(from: known, to: change.applied(to: known))
        guard !columns.isEmpty || isHere != wasHere else { return }
        let changed = try people.change(known, change, from: line(row))
        result.name = changed.name
        result.outcome = isHere == wasHere ? .changed(columns) : isHere ? .returned : .left
    }

    /// Where the change comes from, for whoever asks later.
    private func line(_ row: RosterRow) -> AuditChange { AuditChange("roster_line", after: "\(row.line)") }

    /// The manager whom a row names.
    private func manager(_ row: RosterRow, was: Identifier<Person>?) throws -> Edit<Identifier<Person>?> {
        guard case .set(let name) = row.manager else { return .keep }
        guard let name else { return .set(nil) }
        guard let manager = try people.find(name) else {
            throw Refusal.invalid(
                "/manager_external_id", "unknown-person",
                "Nobody has the external id \"\(name.prefix(100))\": add the manager, or correct the number.")
        }
        if manager.id == was { return .keep }
        guard manager.leftAt == nil else {
            throw Refusal.invalid(
                "/manager_external_id", "has-left", "\(manager.name) has left: name somebody who is here.")
        }
        return .set(manager.id)
    }

    private static func columns(from old: Person, to new: Person) -> [String] {
        var columns: [String] = []
        if new.name != old.name { columns.append("name") }
        if new.email != old.email { columns.append("email") }
        if new.managerID != old.managerID { columns.append("manager_external_id") }
        if new.roles != old.roles { columns.append("roles") }
        if new.timeZone != old.timeZone { columns.append("time_zone") }
        if new.locale != old.locale { columns.append("locale") }
        return columns
    }
}
