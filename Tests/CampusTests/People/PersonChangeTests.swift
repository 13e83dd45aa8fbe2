import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct PersonChangeTests {
    /// Which periods with which manager a person has, oldest first.
    private func periods(_ test: TestCampus, _ person: Person) async throws -> [[String?]] {
        let names = try await test.campus.database.read { connection in
            try connection.tuples(
                """
                SELECT manager.name, CASE WHEN period.until IS NULL THEN 'now' ELSE 'past' END
                FROM person_manager_period AS period LEFT JOIN person AS manager ON manager.id = period.manager_id
                WHERE period.person_id = \(person.id) ORDER BY period.since
                """, String?.self, String.self
            ).map { [$0.0, $0.1] }
        }
        return names
    }

    private func change(_ test: TestCampus, _ id: Identifier<Person>, _ change: PersonChange) async throws -> Person {
        let revision = try await test.campus.person(id, .operator).revision
        return try await test.campus.changePerson(id, change, revision: revision, .operator)
    }

    @Test(arguments: Backend.allCases)
    func `another manager begins another period`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (bo, cy) = (try await test.person("Bo").person, try await test.person("Cy").person)
        let mia = try await test.person("Mia", manager: bo).person
        test.clock.advance(seconds: 60)
        #expect(try await change(test, mia.id, PersonChange(managerID: .set(cy.id))).managerID == cy.id)
        #expect(try await periods(test, mia) == [["Bo", "past"], ["Cy", "now"]])
        let (begun, moved) = (TestClock.start, test.clock.now)
        let own = try await test.campus.managers(of: mia.id, page: Page(limit: 9), .operator)
        #expect(
            own == [
                ManagerPeriod(managerID: bo.id, managerName: "Bo", since: begun, until: moved),
                ManagerPeriod(managerID: cy.id, managerName: "Cy", since: moved, until: nil),
            ])
        let rest = try await test.campus.managers(of: mia.id, page: Page(after: begun, limit: 9), .operator)
        #expect(rest == [own[1]])
        // In the same millisecond nothing lies between.
        _ = try await change(test, mia.id, PersonChange(managerID: .set(nil)))
        #expect(try await periods(test, mia) == [["Bo", "past"], [nil, "now"]])
    }

    @Test(arguments: Backend.allCases)
    func `who leaves is signed out at once, and their reports go one up`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let top = try await test.person("Top").person
        let (middle, token) = try await test.person("Middle", manager: top)
        let low = try await test.person("Low", manager: middle).person
        try await test.setPassword("correct horse battery", of: middle, email: "middle@example.com")
        let invited = try await test.campus.invite(middle.id, .reset, .operator)
        test.clock.advance(seconds: 60)
        let left = try await change(test, middle.id, PersonChange(leaving: .set(.now)))
        #expect(left.leftAt == test.clock.now)
        #expect(left.managerID == top.id)
        await #expect { _ = try await test.campus.currentSession(.token(token)) } throws: {
            ($0 as? Refusal)?.code == "token-dead"
        }
        await #expect {
            _ = try await test.campus.signIn(
                login: "middle@example.com", password: "correct horse battery", address: "a")
        } throws: {
            ($0 as? Refusal)?.code == "wrong-credentials"
        }
        await #expect {
            _ = try await test.campus.redeem(
                secret: invited.secret, password: "correct horse battery", name: nil, email: nil)
        } throws: {
            ($0 as? Refusal)?.kind == .gone
        }
        let moved = try await test.campus.person(low.id, .operator)
        #expect(moved.managerID == top.id && moved.revision == low.revision + 1)
        #expect(try await periods(test, low) == [["Middle", "past"], ["Top", "now"]])
        #expect(try await periods(test, middle) == [["Top", "past"]])
        let teams = try await test.campus.teams(page: Page(limit: 10), .operator)
        #expect(teams.map(\.name) == ["Top"] && teams.map(\.people) == [1])
    }

    @Test func `who comes back has a manager who is here, and no password`() async throws {
        let test = try await TestCampus()
        let top = try await test.person("Top").person
        let middle = try await test.person("Middle", manager: top).person
        let low = try await test.person("Low", manager: middle).person
        try await test.setPassword("correct horse battery", of: low, email: "low@example.com")
        _ = try await change(test, low.id, PersonChange(leaving: .set(.now)))
        _ = try await change(test, middle.id, PersonChange(leaving: .set(.now)))
        let back = try await change(test, low.id, PersonChange(leaving: .set(nil)))
        #expect(back.leftAt == nil && back.managerID == top.id)
        await #expect {
            _ = try await test.campus.signIn(login: "low@example.com", password: "correct horse battery", address: "a")
        } throws: {
            ($0 as? Refusal)?.code == "wrong-credentials"
        }
    }

    @Test func `an e-mail is free again once its owner has left`() async throws {
        let test = try await TestCampus()
        let first = try await test.campus.addPerson(PersonDraft(name: "A", email: "a@example.com"), .operator)
        await #expect {
            _ = try await test.campus.addPerson(PersonDraft(name: "B", email: "A@example.com"), .operator)
        } throws: {
            ($0 as? Refusal)?.details.first?.pointer == "/email"
        }
        _ = try await change(test, first.id, PersonChange(leaving: .set(.now)))
        let second = try await test.campus.addPerson(PersonDraft(name: "B", email: "A@example.com"), .operator)
        await #expect {
            _ = try await change(test, first.id, PersonChange(leaving: .set(nil)))
        } throws: {
            ($0 as? Refusal)?.code == "taken"
        }
        _ = try await change(test, second.id, PersonChange(email: .set(nil), externalID: .set("7")))
        await #expect {
            _ = try await change(test, first.id, PersonChange(externalID: .set("7")))
        } throws: {
            ($0 as? Refusal)?.details.first?.pointer == "/external_id"
        }
    }

    @Test func `two moves at once make no loop`() async throws {
        let test = try await TestCampus(.sqliteFile)
        for _ in 0..<5 {
            let (one, two) = (try await test.person("One").person, try await test.person("Two").person)
            async let first = try? await change(test, one.id, PersonChange(managerID: .set(two.id)))
            async let second = try? await change(test, two.id, PersonChange(managerID: .set(one.id)))
            let moved = await [first, second].compactMap { $0 }
            #expect(moved.count == 1)
        }
    }

    @Test func `a name that changed is found, and the former is not`() async throws {
        let test = try await TestCampus()
        let mia = try await test.person("Mia Ortiz").person
        _ = try await change(test, mia.id, PersonChange(name: .set("Mia Zöllner")))
        func found(_ prefix: String) async throws -> [String] {
            try await test.campus.people(PersonFilter(prefix: prefix), page: Page(limit: 10), .operator).map(\.name)
        }
        #expect(try await found("zoll") == ["Mia Zöllner"])
        #expect(try await found("ortiz") == [])
    }

    @Test(arguments: [
        ("America/New_York", "2026-03-01", 1_772_427_600_000), ("Asia/Tokyo", "2026-03-01", 1_772_377_200_000),
        ("Asia/Tokyo", "2026-03-02", 1_772_442_000_000), ("UTC", "2026-02-28", 1_772_323_200_000),
    ])
    func `a day ends where the person is`(zone: String, day: String, milliseconds: Int64) async throws {
        let test = try await TestCampus()
        let person = try await test.campus.addPerson(PersonDraft(name: "A", timeZone: zone), .operator)
        let leaving = PersonChange.Leaving.on(try #require(CivilDate(day)))
        let left = try await change(test, person.id, PersonChange(leaving: .set(leaving)))
        #expect(left.leftAt == Instant(milliseconds: milliseconds))
    }
}
