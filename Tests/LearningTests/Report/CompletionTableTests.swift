import Foundation
import Learning
import Testing

@Suite struct CompletionTableTests {
    private static let course = Identifier<Course>(stored: "018f0000-0000-7000-8000-000000000001")
    private static let person = Identifier<Person>(stored: "018f0000-0000-7000-8000-000000000002")

    /// What a reader of the table finds in its one row.
    private func read(_ grouping: CompletionGrouping, title: String, name: String) throws -> CSVTable {
        try CSVTable(written(grouping, title: title, name: name))
    }

    private func written(_ grouping: CompletionGrouping, title: String, name: String) -> String {
        let table = CompletionTable(grouping)
        let row = CompletionRow(
            courseID: Self.course, courseTitle: title, moduleKey: "m", moduleTitle: name, teamID: Self.person,
            teamName: name, personID: Self.person, personName: name,
            counts: CompletionCounts(enrolled: 3, started: 2, completed: 1, required: 9, done: 7))
        return table.header + table.line(row)
    }

    private static let numbers = [
        "course_id", "course_title", "enrolled", "started", "completed", "required", "done", "fraction",
    ]
    static let names: [(CompletionGrouping, [String])] = [
        (.course, []), (.module, ["module_key", "module_title"]), (.team, ["team_id", "team_name"]),
        (.person, ["person_id", "person_name"]),
    ]

    @Test(arguments: names)
    func `the header names the columns of each line`(grouping: CompletionGrouping, names: [String]) throws {
        let table = try read(grouping, title: "Ask", name: "Rita")
        #expect(table.columns == names + Self.numbers)
        let row = try #require(table.rows.first)
        #expect(row.fault == nil)
        #expect(Self.numbers.map { row[$0] } == ["\(Self.course)", "Ask", "3", "2", "1", "9", "7", "0.7777"])
        #expect(names.allSatisfy { row[$0] != nil })
        #expect(CompletionTable(grouping).fileName == "completion-by-\(grouping.rawValue).csv")
    }

    @Test(arguments: ["=cmd|' /C calc'!A0", "+A1", "-1+2", "@SUM(A1)", "=\"a\",\"b\""])
    func `no name is a formula to a spreadsheet`(name: String) throws {
        let text = written(.person, title: name, name: name)
        let guarded = "'" + name.replacing("\"", with: "\"\"")
        #expect(text.components(separatedBy: guarded).count == 3, "\(text)")
        let row = try #require(try CSVTable(text).rows.first)
        #expect(row["person_name"] == name && row["course_title"] == name)
    }

    @Test func `quotes, commas and lines come back as they were`() throws {
        let name = "Smith, \"Jo\"\nthe second"
        #expect(try read(.person, title: "Ask", name: name).rows.first?["person_name"] == name)
    }
}
