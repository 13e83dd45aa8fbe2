import Foundation
import TestKit
import Testing

/// `cornerman report completion`, run as a person runs it.
@Suite struct ReportCommandTests {
    private let folder: TemporaryFolder
    private let cornerman: Program

    init() throws {
        folder = try TemporaryFolder()
        cornerman = Program(data: folder.url)
        let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("seeds")
        let courses = seeds.deletingLastPathComponent().appendingPathComponent("Courses")
        try #require(try cornerman("seed", seeds.path, "--courses", courses.path).status == 0)
    }

    @Test func `a table fits a terminal, and its columns stand below each other`() throws {
        for grouping in ["course", "module", "team", "person"] {
            let run = try cornerman("report", "completion", "--by", grouping)
            #expect(run.status == 0 && run.lines.count > 1, "\(run.errors)")
            #expect(run.lines.allSatisfy { $0.count <= 100 })
            let header = try #require(run.lines.first)
            let course = try #require(header.range(of: "Course"))
            let column = header.distance(from: header.startIndex, to: course.lowerBound)
            for line in run.lines.dropFirst() {
                #expect(line.dropFirst(column).first?.isWhitespace == false, "\(line)")
                #expect(line.hasSuffix(" %"), "\(line)")
            }
        }
    }

    @Test func `one team, as a table for spreadsheets and as one document`() throws {
        let teams = try cornerman("report", "completion", "--by", "team", "--csv").output
        let rows = teams.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows[0].prefix(2) == ["team_id", "team_name"])
        let team = try #require(rows.dropFirst().first)
        let run = try cornerman(
            "report", "completion", "--team", String(team[0]), "--course", "make-change-stick", "--by", "person",
            "--json")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: Any]]])
        let people = try #require(document["rows"])
        #expect("\(people.count)" == team[4])
        #expect(people.allSatisfy { $0["person_name"] is String && $0["team_id"] is NSNull })
        let same = try cornerman(
            "report", "completion", "--team", String(team[0]), "--course", "make-change-stick", "--by", "person",
            "--format", "json")
        #expect(same.output == run.output)
    }

    static let refused: [(arguments: [String], status: Int32, sentence: String)] = [
        (["--course", "nothing"], 65, "There is no such course"),
        (["--team", "nobody"], 65, "There is no such person"),
        (["--by", "country"], 64, "country"),
        (["--csv", "--json"], 64, "Choose one of"),
        (["--csv", "--format", "json"], 64, "Choose one of"),
    ]

    @Test func `what cannot be reported is said on standard error`() throws {
        for (arguments, status, sentence) in Self.refused {
            let run = try cornerman(["report", "completion"] + arguments)
            #expect(run.status == status, "\(arguments)")
            #expect(run.errors.contains(sentence), "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty)
        }
    }
}
