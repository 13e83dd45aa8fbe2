import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct TeamStoreTests {
    /// Top ── Middle ── Low; Other. Middle is made to have left without the care that the verbs take.
    private func tree(_ backend: Backend) async throws -> (TestCampus, [Person]) {
        let test = try await TestCampus(backend)
        let top = try await test.person("Top").person
        let middle = try await test.person("Middle", manager: top).person
        let low = try await test.person("Low", manager: middle).person
        return (test, [top, middle, low, try await test.person("Other").person])
    }

    @Test(arguments: Backend.allCases)
    func `a team is everybody below, at every depth, and nobody beside`(backend: Backend) async throws {
        let (test, people) = try await tree(backend)
        let contained = try await test.campus.database.read { connection in
            try people.map { manager in
                try people.map { try TeamStore.contains(manager: manager.id, person: $0.id, connection) }
            }
        }
        #expect(
            contained == [
                [false, true, true, false], [false, false, true, false], [false, false, false, false],
                [false, false, false, false],
            ])
    }

    @Test(arguments: Backend.allCases)
    func `who left stays in the tree for those above, and counts in no team`(backend: Backend) async throws {
        let (test, people) = try await tree(backend)
        let now = test.clock.now
        try await test.campus.database.write { connection in
            try connection.execute("UPDATE person SET left_at = \(now) WHERE id = \(people[1].id)")
        }
        let (isAbove, teams) = try await test.campus.database.read { connection in
            (
                try TeamStore.isAbove(Caller(id: people[0].id, roles: []), people[2].id, connection),
                try TeamStore.list(
                    seenBy: Caller(id: people[0].id, roles: []), page: Page(limit: 10), connection)
            )
        }
        #expect(isAbove)
        #expect(teams == [])
    }

    @Test(arguments: Backend.allCases)
    func `a loop that got in by hand ends every question about it`(backend: Backend) async throws {
        let (test, people) = try await tree(backend)
        try await test.campus.database.write { connection in
            try connection.execute("UPDATE person SET manager_id = \(people[2].id) WHERE id = \(people[0].id)")
        }
        let answers = try await test.campus.database.read { connection in
            (
                try TeamStore.contains(manager: people[1].id, person: people[0].id, connection),
                try PersonStore.list(
                    seenBy: Caller(id: people[0].id, roles: []), page: Page(limit: 10), connection
                ).count
            )
        }
        #expect(answers.0)
        #expect(answers.1 == 3)
    }

    @Test(arguments: Backend.allCases)
    func `teams come page by page with the people of every depth`(backend: Backend) async throws {
        let (test, people) = try await tree(backend)
        let admin = Caller(id: people[3].id, roles: [.admin])
        let pages = try await test.campus.database.read { connection in
            let first = try TeamStore.list(seenBy: admin, page: Page(limit: 1), connection)
            let after = first.first.map(PersonPlace.init)
            return first + (try TeamStore.list(seenBy: admin, page: Page(after: after, limit: 1), connection))
        }
        #expect(pages.map(\.name) == ["Middle", "Top"])
        #expect(pages.map(\.people) == [1, 2])
        #expect(pages.map(\.direct) == [1, 1])
        #expect(pages.map(\.managerID) == [people[0].id, nil])
    }
}
