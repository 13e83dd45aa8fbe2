import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// The statements behind the completion report go by indexes.
@Suite struct CompletionPlanTests {
    private static let person = Identifier<Person>(stored: UUIDv7.make())
    private static let course = Identifier<Course>(stored: UUIDv7.make())
    private static let page = Page(after: CompletionPage.Place(key: "m", id: "m"), limit: 100)

    static let sights: [CompletionScope.Sight] = [
        .all, .tree(of: person), .courses(of: person), .treeAndCourses(of: person),
    ]

    @Test(arguments: sights, [nil, person])
    func `a part of the report`(sight: CompletionScope.Sight, team: Identifier<Person>?) async throws {
        let scope = CompletionScope(course: Self.course, team: team, sight: sight)
        let test = try await TestCampus()
        let scans = try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            _ = try CompletionReportStore.courses(scope, page: Self.page, recorder)
            _ = try CompletionReportStore.courses(scope, modules: true, page: Self.page, recorder)
            _ = try CompletionReportStore.teams(scope, page: Self.page, recorder)
            _ = try CompletionReportStore.people(scope, page: Self.page, recorder)
            _ = try CompletionGroupStore.isLarge(
                course: Self.course, module: "m", reader: Self.person, atLeast: 5, recorder)
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans
        }
        // What recursion and the part itself have found so far is gone through, and the part's few rows are sorted.
        let found =
            ["chosen", "team", "above", "keeper", "counted"].map { "SCAN \($0)" }
            + ["USE TEMP B-TREE FOR ORDER BY"]
        #expect(Set(scans).isSubset(of: found))
    }
}
