import Learning
import Testing

@Suite struct RosterRowTests {
    private func rows(_ text: String) throws -> [RosterRow] { try RosterRow.rows(ofCSV: text) }

    @Test func `managers come first, and whoever leaves last, from below`() throws {
        let rows = try rows(
            """
            external_id,manager_external_id,status
            5,4,left
            4,2,left
            3,2,active
            2,1,
            1,,active
            9,8,active
            """)
        #expect(rows.map(\.externalID) == ["1", "9", "2", "3", "5", "4"])
        #expect(rows.allSatisfy { $0.fault == nil })
    }

    @Test(arguments: [
        ("1,1", ["1"]), ("1,2\n2,1", ["1", "2"]), ("1,2\n2,3\n3,1\n4,3\n5,", ["1", "2", "3"]),
        ("4,3\n1,2\n2,3\n3,2", ["2", "3"]),
    ])
    func `those of a loop are refused, and those below it are not`(text: String, looped: [String]) throws {
        let rows = try rows("external_id,manager_external_id\n" + text)
        #expect(rows.filter { $0.fault?.code == "manager-loop" }.map(\.externalID).sorted() == looped)
        #expect(rows.allSatisfy { $0.fault == nil || $0.fault?.code == "manager-loop" })
    }

    @Test func `a loop of ten thousand is found as quickly as any`() throws {
        let lines = (0..<10_000).map { "\($0),\(($0 + 1) % 10_000)" }
        let rows = try rows("external_id,manager_external_id\n" + lines.joined(separator: "\n"))
        #expect(rows.count { $0.fault?.code == "manager-loop" } == 10_000)
        #expect((rows[0].fault?.message.count ?? 1000) < 200)
    }

    static let faults: [(row: String, pointer: String, code: String)] = [
        (",Ann,,,,", "/external_id", "required"), ("1,Ann,,,chef,", "/roles", "unknown-role"),
        ("1,Ann,,,,gone", "/status", "unknown-status"), ("1,Ann", "", "csv-fields"),
    ]

    @Test(arguments: faults)
    func `a row says what is wrong with it`(row: String, pointer: String, code: String) throws {
        let rows = try rows("external_id,name,email,manager_external_id,roles,status\n" + row)
        #expect(rows.map(\.fault?.code) == [code])
        #expect(rows.map(\.fault?.pointer) == [pointer])
    }

    @Test func `the same person twice is refused the second time, with the line of the first`() throws {
        let rows = try rows("external_id,name\n7,Ann\n8,Bob\n7,Ann Other")
        #expect(rows.map(\.fault?.code) == [nil, nil, "person-twice"])
        #expect(rows.last?.fault?.message.contains("line 2") == true)
    }

    @Test func `a byte order mark, semicolons, quotes and a formula are read as they are meant`() throws {
        let text = "\u{FEFF}External_ID;Name;Roles\r\n\"7\";\"O\"\"Neil; Ann\";Learner|MANAGER\r\n8;'=1+2;\r\n"
        let rows = try rows(text)
        #expect(rows.map(\.name) == ["O\"Neil; Ann", "=1+2"])
        #expect(rows[0].roles == .set([.learner, .manager]))
        #expect(rows[0].email == .keep && rows[0].manager == .keep && rows[0].isHere == nil)
    }

    @Test(arguments: [
        ("name\nAnn", "csv-column-missing"), ("external_id,boss\n1,2", "csv-column-unknown"), ("", "csv-empty"),
        ("external_id\n" + (0...10_000).map(String.init).joined(separator: "\n"), "too-many"),
    ])
    func `what is no roster is refused whole`(text: String, code: String) throws {
        let refusal = #expect(throws: Refusal.self) { try rows(text) }
        #expect(refusal?.code == code)
    }

    @Test(arguments: ["=1+2", "+49", "-x", "@a", "'quoted'", "plain", "-1"])
    func `a name is in a written line what it was`(name: String) throws {
        let person = Person(
            id: Identifier(stored: "x"), name: name, roles: [.learner], createdAt: Instant(milliseconds: 0))
        let line = CSVLine.make(RosterLine(person: person, managerExternalID: nil).fields)
        let row = try #require(try rows(CSVLine.make(RosterRow.columns) + line).first)
        #expect(row.name == name)
        #expect(row.isHere == true)
    }
}
