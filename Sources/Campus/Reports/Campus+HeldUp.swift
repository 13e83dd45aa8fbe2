public import Learning
import Persistence
import Store

/// Somebody who is held up in a course.
public struct HeldUpRow: Sendable {
    public var enrollment: EnrollmentSummary
    public var heldUp: HeldUp
}

extension Campus {
    /// Most enrollments that are looked at: more people than anybody has reporting to them.
    private static let mostReports = 1000

    /// Who of those who report to the caller themselves is held up, and by what: of each enrollment under way the step that is
    /// overdue the longest. The longest come first.
    /// - Throws: ``Refusal`` of kind `forbidden` for who manages nobody.
    public func heldUp(_ access: Access) async throws -> [HeldUpRow] {
        let now = now()
        return try await read(access) { [outlines] connection, caller in
            guard caller.isManager else { throw Refusal.forbidden("Only managers see who of their people is held up.") }
            let running = try EnrollmentStore.running(
                ofReportsOf: caller.id, limit: Self.mostReports, connection)
            let facts = try ProgressStore.facts(of: running.map(\.enrollment.id), connection)
            let rows = try running.compactMap { summary -> HeldUpRow? in
                let enrollment = summary.enrollment
                guard let outline = try outlines.outline(enrollment.versionID, connection) else { return nil }
                let today = CivilDate(now, in: enrollment.timeZone)
                let plan = Plan(
                    outline, facts: facts[enrollment.id] ?? [:], startsOn: enrollment.startsOn,
                    zone: enrollment.timeZone, today: today)
                return HeldUp(plan, today: today).map { HeldUpRow(enrollment: summary, heldUp: $0) }
            }
            return rows.sorted {
                ($1.heldUp.days, $0.enrollment.personName, $0.enrollment.enrollment.id)
                    < ($0.heldUp.days, $1.enrollment.personName, $1.enrollment.enrollment.id)
            }
        }
    }
}
