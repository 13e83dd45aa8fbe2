import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct RosterTests {
    private static let header = "external_id,name,email,manager_external_id,roles,time_zone,locale,status\n"
    private static let company =
        header + """
            3,Rita,rita@example.com,2,learner,Europe/Berlin,de-DE,active
            2,Max,max@example.com,1,manager,UTC,en,active
            1,Dora,,,manager|leader,UTC,en,active
            """

    private func words(_ results: [RosterResult]) -> [String] { results.map { "\($0.externalID) \($0.word)" } }

    private func people(_ test: TestCampus) async throws -> [String: Person] {
        let people = try await test.campus.people(PersonFilter(includesLeft: true), page: Page(limit: 100), .operator)
        return Dictionary(uniqueKeysWithValues: people.compactMap { person in person.externalID.map { ($0, person) } })
    }

    private func export(_ test: TestCampus) async throws -> String {
        let lines = try await test.campus.roster(after: nil, limit: 1000, .operator)
        return CSVLine.make(RosterRow.columns) + lines.map { CSVLine.make($0.fields) }.joined()
    }

    @Test(arguments: Backend.allCases)
    func `a roster adds, changes, keeps, lets leave and brings back, and who is absent stays`(
        backend: Backend
    ) async throws {
        let test = try await TestCampus(backend)
        _ = try await test.person("Somebody else")
        #expect(
            words(try await test.campus.takeRoster(csv: Self.company, .operator)) == ["3 added", "2 added", "1 added"])
        var people = try await people(test)
        #expect(people["3"]?.managerID == people["2"]?.id && people["2"]?.managerID == people["1"]?.id)
        #expect(people["1"]?.roles == [.manager, .leader] && people["1"]?.email == nil)
        let next = """
            external_id,name,manager_external_id,status
            1,Dora,,active
            2,Max,1,left
            4,New,1,active
            """
        let preview = try await test.campus.previewRoster(csv: next, .operator)
        #expect(words(preview) == ["1 unchanged", "2 left", "4 added"])
        #expect(try await self.people(test) == people)
        #expect(words(try await test.campus.takeRoster(csv: next, .operator)) == words(preview))
        people = try await self.people(test)
        #expect(people["2"]?.leftAt != nil)
        #expect(people["3"]?.managerID == people["1"]?.id)
        let back = "external_id,status,time_zone\n2,active,Asia/Tokyo\n3,,UTC"
        let results = try await test.campus.takeRoster(csv: back, .operator)
        #expect(words(results) == ["2 returned", "3 changed"])
        guard case .changed(let columns) = results[1].outcome else { return }
        #expect(columns == ["time_zone"])
        #expect(try await self.people(test)["2"]?.timeZone == "Asia/Tokyo")
    }

    @Test(arguments: Backend.allCases)
    func `what is written changes nothing when it is taken in`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let boss = try await test.person("No Number", roles: [.manager]).person
        _ = try await test.person("=SUM(A1)", manager: boss)
        _ = try await test.campus.takeRoster(csv: Self.company, .operator)
        _ = try await test.campus.takeRoster(csv: "external_id,status\n2,left\n3,left", .operator)
        let text = try await export(test)
        let results = try await test.campus.takeRoster(csv: text, .operator)
        #expect(results.count >= 5)
        #expect(results.allSatisfy { $0.word == "unchanged" }, "\(results)")
        #expect(try await export(test) == text)
    }

    static let refused: [(rows: String, words: [String], code: String)] = [
        ("4,,,,,,,", ["4 refused", "5 added"], "required"),
        ("4,Ann,rita@example.com,,,,,", ["4 refused", "5 added"], "taken"),
        ("4,Ann,,77,,,,", ["4 refused", "5 added"], "unknown-person"),
        ("4,Ann,,,,Mars/Base,,", ["4 refused", "5 added"], "bad-time-zone"),
        ("1,Dora,,3,,,,", ["1 refused", "5 added"], "manager-loop"),
        (
            "per_01a20314-9431-7380-bbf7-0ab04a098fc8,Ann,,,,,,",
            ["per_01a20314-9431-7380-bbf7-0ab04a098fc8 refused", "5 added"], "unknown-person"
        ),
    ]

    @Test(arguments: refused, Backend.allCases)
    func `a row that fails takes no other along`(
        refused: (rows: String, words: [String], code: String), backend: Backend
    ) async throws {
        let test = try await TestCampus(backend)
        _ = try await test.campus.takeRoster(csv: Self.company, .operator)
        let text = Self.header + refused.rows + "\n5,Eve,,1,,,,"
        for results in [
            try await test.campus.previewRoster(csv: text, .operator),
            try await test.campus.takeRoster(csv: text, .operator),
        ] {
            #expect(words(results) == refused.words)
            guard case .refused(let detail) = results[0].outcome else { continue }
            #expect(detail.code == refused.code)
        }
        #expect(try await people(test).keys.sorted() == ["1", "2", "3", "5"])
    }

    @Test func `those who are new get a link when it is asked for`() async throws {
        let test = try await TestCampus()
        let text = Self.company + "\n9,Left,,,,,,left"
        let results = try await test.campus.takeRoster(
            csv: text, isInviting: true, at: "https://corner.example.com", .operator)
        #expect(results.map { $0.invitation != nil } == [true, true, true, false])
        let made = try #require(results[0].invitation)
        #expect(made.url.hasPrefix("https://corner.example.com/#/invitation/cmi_"))
        let signedIn = try await test.campus.redeem(
            secret: made.secret, password: "a long password", name: nil, email: nil)
        #expect(signedIn.person.externalID == "3")
        await #expect(throws: Refusal.self) {
            try await test.campus.redeem(secret: made.secret, password: "a long password", name: nil, email: nil)
        }
        let again = try await test.campus.takeRoster(csv: text, isInviting: true, .operator)
        #expect(again.allSatisfy { $0.invitation == nil && $0.word == "unchanged" })
    }

    @Test func `the last admin does not leave by a roster of their own`() async throws {
        let test = try await TestCampus()
        let token = try await test.person("Ada", roles: [.admin]).token
        _ = try await test.campus.takeRoster(csv: Self.company, .token(token))
        let line = try await export(test).split(separator: "\r\n").first { $0.contains("Ada") }
        let leaving = Self.header + (line ?? "").replacing(",active", with: ",left")
        let results = try await test.campus.takeRoster(csv: leaving, .token(token))
        #expect(results.map(\.word) == ["refused"])
    }

    @Test(arguments: [Role.learner, .trainer, .manager, .leader])
    func `admins alone bring and read a roster`(role: Role) async throws {
        let test = try await TestCampus()
        let token = try await test.person("Kim", roles: [role]).token
        await #expect(throws: Refusal.self) {
            try await test.campus.takeRoster(csv: Self.company, .token(token))
        }
        await #expect(throws: Refusal.self) {
            try await test.campus.previewRoster(csv: Self.company, .token(token))
        }
        await #expect(throws: Refusal.self) { try await test.campus.roster(after: nil, limit: 1, .token(token)) }
    }
}
