import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What waits is found from who is asked, not by going through all enrollments.
@Suite struct WaitingPlanTests {
    private static let person = Identifier<Person>(stored: UUIDv7.make())
    private static let enrollment = Identifier<Enrollment>(stored: UUIDv7.make())

    @Test(arguments: [Role.manager, .trainer, .admin])
    func `practices that wait`(role: Role) async throws {
        let caller = Caller(id: Self.person, roles: [role])
        let test = try await TestCampus(.sqliteMemory)
        for after in [nil, (enrollment: Self.enrollment, item: ItemKey("a"))] {
            let (scans, waiting) = try await test.campus.database.read { connection in
                let recorder = PlanRecorder(connection)
                _ = try WaitingPracticeStore.list(
                    near: caller, manager: Self.person, after: after, limit: 10, recorder)
                return (recorder.scans, recorder.lines.filter { $0.contains("waiting") })
            }
            // The enrollments that are near are gone through, and what waits in them is sorted.
            #expect(Set(scans).isSubset(of: ["SCAN near", "USE TEMP B-TREE FOR ORDER BY"]))
            #expect(
                waiting == [
                    "SEARCH waiting USING COVERING INDEX progress_waiting (status=? AND enrollment_id=?)"
                ])
        }
    }

    @Test(arguments: [Role.manager, .trainer, .admin])
    func `coachings that wait`(role: Role) async throws {
        let caller = Caller(id: Self.person, roles: [role])
        let test = try await TestCampus(.sqliteMemory)
        let scans = try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            _ = try CoachableStore.list(
                near: caller, manager: Self.person, versions: [Identifier(stored: UUIDv7.make())],
                from: Self.enrollment, limit: 10, recorder)
            _ = try ProgressStore.facts(of: [Self.enrollment], recorder)
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans
        }
        #expect(Set(scans).isSubset(of: ["SCAN near", "USE TEMP B-TREE FOR ORDER BY"]))
    }
}
