import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// The log grows for ever: no filter goes through all of it.
@Suite struct AuditPlanTests {
    @Test(arguments: [
        AuditFilter(), AuditFilter(subject: "crs_1"), AuditFilter(actor: Identifier(stored: "p")),
        AuditFilter(person: Identifier(stored: "p")), AuditFilter(verb: .enrolled),
    ])
    func `a page is read by an index`(filter: AuditFilter) async throws {
        let test = try await TestCampus()
        let scans = try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            _ = try AuditStore.list(filter, page: Page(after: 100, limit: 25), recorder)
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans
        }
        // A subject's own entries and those of its parts are two ranges of the index, put in order.
        #expect(Set(scans).isSubset(of: filter.subject == nil ? [] : ["USE TEMP B-TREE FOR ORDER BY"]))
    }
}
