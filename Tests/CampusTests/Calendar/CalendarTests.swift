import Campus
import Learning
import TestKit
import Testing

@Suite struct CalendarTests {
    private static func secret(_ address: CalendarAddress) -> String {
        String(address.url.split(separator: "/").last?.dropLast(4) ?? "")
    }

    @Test(arguments: Backend.allCases)
    func `a plan is read by its secret alone, until it is replaced or ended`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend)
        let initiative = try await company.initiative(startsOn: "2026-03-27")
        _ = try await company.campus.updateInitiative(initiative.id, revision: 1, .token(company.leader.token)) {
            $0.meetsAt = ClockTime("09:30")
        }
        let rep = company.reps[0]
        _ = try await company.add([rep], to: initiative)
        let campus = company.campus
        #expect(try await campus.calendarMadeAt(.token(rep.token)) == nil)
        let first = try await campus.makeCalendar(.token(rep.token))
        #expect(try await campus.calendarMadeAt(.token(rep.token)) == first.createdAt)
        let file = try await campus.calendar(secret: Self.secret(first), address: "10.0.0.1")
        // The kickoff is before the clocks go forward, in the hour that its initiative names.
        #expect(file.contains("DTSTART:20260327T083000Z\r\nDTEND:20260327T093000Z\r\nSUMMARY:Kickoff"))
        #expect(file.contains("DTSTART;VALUE=DATE:20260328\r\n"))
        #expect(file.contains("SUMMARY:One on one (4 of 4)"))
        #expect(try await campus.calendar(secret: Self.secret(first), address: "10.0.0.2") == file)
        let second = try await campus.makeCalendar(.token(rep.token))
        for dead in [Self.secret(first), "", "cmf_guess", Self.secret(second) + "x"] {
            await #expect(throws: Refusal.missing("calendar")) {
                try await campus.calendar(secret: dead, address: "10.0.0.1")
            }
        }
        #expect(try await campus.calendar(secret: Self.secret(second), address: "10.0.0.1") == file)
        try await campus.endCalendar(.token(rep.token))
        await #expect(throws: Refusal.missing("calendar")) {
            try await campus.calendar(secret: Self.secret(second), address: "10.0.0.1")
        }
        await #expect(throws: Refusal.missing("calendar")) { try await campus.endCalendar(.token(rep.token)) }
    }

    @Test(arguments: Backend.allCases)
    func `an entry says when it last moved, and is newer than the one before`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend)
        let rep = company.reps[0]
        // Under way alone, and taken over later: the time at which the initiative meets is new to its plan.
        _ = try await company.test.enroll(rep.person, in: company.courses[1], startsOn: try .read("2026-03-20"))
        let initiative = try await company.initiative(courses: 2, startsOn: "2026-03-27")
        let secret = Self.secret(try await company.campus.makeCalendar(.token(rep.token)))
        func read() async throws -> (stamps: Set<String>, sequences: [Int]) {
            company.test.clock.advance(seconds: 3600)
            let lines = try await company.campus.calendar(secret: secret, address: "10.0.0.1").split(separator: "\r\n")
            func values(_ name: String) -> [String] {
                lines.filter { $0.hasPrefix("\(name):") }.map { String($0.dropFirst(name.count + 1)) }
            }
            #expect(values("DTSTAMP") == values("LAST-MODIFIED"))
            return (Set(values("LAST-MODIFIED")), values("SEQUENCE").compactMap { Int($0) })
        }
        func change(_ edit: @escaping @Sendable (inout InitiativeFields) -> Void) async throws {
            let revision = try await company.campus.initiative(initiative.id, .operator).summary.initiative.revision
            _ = try await company.campus.updateInitiative(
                initiative.id, revision: revision, .token(company.leader.token), edit: edit)
        }
        #expect(try await read().stamps == ["20260302T090000Z"])
        _ = try await company.add([rep], to: initiative)
        var before = try await read()
        #expect(before.stamps == ["20260302T100000Z"])
        // Nothing that an entry says.
        try await change { $0.title = "Another title" }
        #expect(try await read().stamps == before.stamps)
        // Every entry is newer: whichever of them moves, their days hang together.
        try await change { $0.meetsAt = ClockTime("09:30") }
        var now = try await read()
        #expect(now.stamps == ["20260302T120000Z"])
        #expect(zip(before.sequences, now.sequences).allSatisfy { $0 < $1 })
        before = now
        // Only the plan that the initiative made moves.
        try await change { $0.startsOn = $0.startsOn.advanced(days: 9) }
        now = try await read()
        #expect(now.stamps == ["20260302T120000Z", "20260302T130000Z"])
        #expect(zip(before.sequences, now.sequences).allSatisfy { $0 < $1 })
    }

    @Test func `a password that is chosen by a link ends the address too`() async throws {
        let company = try await InitiativeCompany()
        let rep = company.reps[0]
        let address = try await company.campus.makeCalendar(.token(rep.token))
        let link = try await company.campus.invite(rep.person.id, .reset, .operator)
        let begun = try await company.campus.redeem(
            secret: link.secret, password: "another long password", name: nil, email: nil)
        #expect(try await company.campus.calendarMadeAt(.token(begun.secret)) == nil)
        await #expect(throws: Refusal.missing("calendar")) {
            try await company.campus.calendar(secret: Self.secret(address), address: "10.0.0.1")
        }
    }

    @Test func `whoever left has no calendar any more`() async throws {
        let company = try await InitiativeCompany()
        let rep = company.reps[0]
        let address = try await company.campus.makeCalendar(.token(rep.token))
        try await company.campus.database.write { connection in
            _ = try connection.execute("UPDATE person SET left_at = 1 WHERE id = \(rep.person.id)")
        }
        await #expect(throws: Refusal.missing("calendar")) {
            try await company.campus.calendar(secret: Self.secret(address), address: "10.0.0.1")
        }
    }

    @Test func `guessing from one place is slowed down, and keeps no reader out`() async throws {
        let company = try await InitiativeCompany()
        let address = try await company.campus.makeCalendar(.token(company.reps[0].token))
        func guess(from place: String) async -> Refusal.Kind? {
            do {
                _ = try await company.campus.calendar(secret: "cmf_guess", address: place)
                return nil
            } catch {
                return (error as? Refusal)?.kind
            }
        }
        for _ in 0..<60 { #expect(await guess(from: "10.0.0.1") == .missing) }
        #expect(await guess(from: "10.0.0.1") == .throttled)
        #expect(await guess(from: "10.0.0.2") == .missing)
        _ = try await company.campus.calendar(secret: Self.secret(address), address: "10.0.0.1")
        company.test.clock.advance(seconds: 2)
        #expect(await guess(from: "10.0.0.1") == .missing)
        // One calendar is not read over and over either.
        for _ in 0..<20 {
            _ = try? await company.campus.calendar(secret: Self.secret(address), address: "10.0.0.3")
        }
        let refusal = await #expect(throws: Refusal.self) {
            try await company.campus.calendar(secret: Self.secret(address), address: "10.0.0.3")
        }
        #expect(refusal?.kind == .throttled)
    }
}
