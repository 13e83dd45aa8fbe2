import Campus
import Learning
import Persistence
import TestKit
import Testing

/// What a roster comes to is the same whether it is looked at or taken in, whatever rows wait for each other.
@Suite struct RosterRoundsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var rows: String
        /// Number, outcome, and the e-mail afterwards.
        var says: [String]
        var testDescription: String { name }
    }

    private static let header = "external_id,name,email,manager_external_id,status\n"
    private static let company =
        header + """
            1,Ann,ann@example.com,,active
            2,Ben,ben@example.com,1,active
            3,Cem,cem@example.com,2,active
            4,Dan,,3,active
            """

    static let cases: [Case] = [
        Case(
            name: "two swap", rows: "1,Ann,ben@example.com,,\n2,Ben,ANN@example.com,1,",
            says: ["1 changed ben@example.com", "2 changed ANN@example.com"]),
        Case(
            name: "three go round", rows: "1,,cem@example.com,,\n2,,ann@example.com,1,\n3,,ben@example.com,2,",
            says: ["1 changed cem@example.com", "2 changed ann@example.com", "3 changed ben@example.com"]),
        Case(
            name: "one follows another", rows: "1,,ben@example.com,,\n2,,cem@example.com,1,\n3,,new@example.com,2,",
            says: ["1 changed ben@example.com", "2 changed cem@example.com", "3 changed new@example.com"]),
        Case(
            name: "one follows two who swap",
            rows: "4,,ann@example.com,3,\n1,,ben@example.com,,\n2,,ann@example.com,1,",
            says: ["4 refused -", "1 changed ben@example.com", "2 changed ann@example.com"]),
        Case(
            name: "somebody new gets what was given away, and has a team",
            rows: "6,Fay,,5,\n5,Eve,cem@example.com,,\n3,,other@example.com,2,",
            says: ["6 added -", "5 added cem@example.com", "3 changed other@example.com"]),
        Case(
            name: "somebody new gets what a leaver had", rows: "5,Eve,CEM@example.com,1,\n3,,cem@example.com,2,left",
            says: ["5 added CEM@example.com", "3 left cem@example.com"]),
        Case(
            name: "two who swap, one of them wrongly", rows: "1,,ben@example.com,,\n2,,ann@example.com,2,",
            says: ["1 refused ann@example.com", "2 refused ben@example.com"]),
        Case(
            name: "one who keeps it", rows: "5,Eve,Ann@Example.com,,\n1,Ann,ann@example.com,,",
            says: ["5 refused", "1 unchanged ann@example.com"]),
        Case(
            name: "a new one twice", rows: "5,Eve,e@example.com,,\n6,Eva,E@example.com,5,",
            says: ["5 added e@example.com", "6 refused"]),
        Case(
            name: "managers leave and teams move up", rows: "2,Ben,,,left\n3,Cem,,2,",
            says: ["2 left -", "3 changed -"]),
        Case(
            name: "a loop through those who are known", rows: "1,Ann,ann@example.com,3,",
            says: ["1 refused ann@example.com"]),
        Case(
            name: "back again below who has left", rows: "2,,,,left\n1,,,,left\n3,,cem@example.com,,active",
            says: ["2 left -", "1 left -", "3 changed cem@example.com"]),
    ]

    private func told(_ results: [RosterResult]) -> [String] {
        results.map { result in
            var words = "\(result.externalID) \(result.word) \(result.name ?? "-")"
            if case .changed(let columns) = result.outcome { words += " \(columns)" }
            if case .refused(let detail) = result.outcome { words += " \(detail.pointer) \(detail.message)" }
            return words
        }
    }

    @Test(arguments: cases, Backend.allCases)
    func `rows that wait for each other are taken, and foreseen alike`(test: Case, backend: Backend) async throws {
        let house = try await TestCampus(backend)
        _ = try await house.campus.takeRoster(csv: Self.company, .operator)
        let preview = try await house.campus.previewRoster(csv: Self.header + test.rows, .operator)
        let taken = try await house.campus.takeRoster(csv: Self.header + test.rows, .operator)
        #expect(told(taken) == told(preview))
        let everybody = try await house.campus.people(
            PersonFilter(includesLeft: true), page: Page(limit: 100), .operator)
        let says = taken.map { result -> String in
            let person = everybody.first { $0.externalID == result.externalID }
            return "\(result.externalID) \(result.word)" + (person.map { " " + ($0.email ?? "-") } ?? "")
        }
        #expect(says == test.says)
    }

    @Test func `an e-mail that is somebody's is told with whose it is, and on which line`() async throws {
        let house = try await TestCampus()
        _ = try await house.campus.takeRoster(csv: Self.company, .operator)
        let rows = "5,Eve,ANN@example.com,,\n1,Ann,ann@example.com,,\n6,Eva,ben@example.com,,\n"
        for results in [
            try await house.campus.previewRoster(csv: Self.header + rows, .operator),
            try await house.campus.takeRoster(csv: Self.header + rows, .operator),
        ] {
            let messages = results.compactMap { result -> String? in
                guard case .refused(let detail) = result.outcome else { return nil }
                return detail.message
            }
            try #require(messages.count == 2)
            #expect(messages[0].hasPrefix("\"ANN@example.com\" is the e-mail of Ann (1, line 3 of this table)."))
            #expect(messages[1].hasPrefix("\"ben@example.com\" is the e-mail of Ben (2)."))
        }
    }

    @Test func `looking at a roster writes nothing and needs no turn at writing`() async throws {
        let database = CutOffDatabase(try await Backend.sqliteMemory.open(in: TemporaryFolder().url))
        let house = try await TestCampus(wrap: { _ in database })
        _ = try await house.campus.takeRoster(csv: Self.company, .operator)
        database.start(killedAfter: 0)
        let preview = try await house.campus.previewRoster(
            csv: Self.header + "9,New,,1,\n1,,ben@example.com,,", .operator)
        #expect(preview.map(\.word) == ["added", "refused"])
        await #expect(throws: Refusal.self) {
            try await house.campus.takeRoster(csv: Self.header + "9,New,,1,", .operator)
        }
    }

    @Test(arguments: 0..<12)
    func `any roster is foreseen as it is taken`(seed: Int) async throws {
        let house = try await TestCampus()
        var state = UInt64(seed) &* 7919 &+ 1
        func pick(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        func rows(_ count: Int) -> String {
            Self.header
                + Set((0..<count).map { _ in pick(30) }).sorted().map { number in
                    let email = pick(3) == 0 ? "" : "m\(pick(12))@example.com"
                    let manager = pick(3) == 0 ? "" : "\(pick(30))"
                    return "\(number),Person \(number),\(email),\(manager),\(pick(4) == 0 ? "left" : "active")"
                }.joined(separator: "\n")
        }
        for _ in 0..<4 {
            let text = rows(20)
            let preview = try await house.campus.previewRoster(csv: text, .operator)
            #expect(told(try await house.campus.takeRoster(csv: text, .operator)) == told(preview), "\(text)")
        }
    }
}
