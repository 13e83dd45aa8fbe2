import Learning
import Persistence
import Store

/// What follows when somebody gets another manager, leaves, or comes back: the periods with each manager, the counters of
/// completion, those who report to them, and their tokens. Both rows are held.
struct PersonMove {
    let from: Person
    let to: Person
    /// Who does it.
    let caller: Caller

    func apply(now: Instant, _ connection: any SQLConnection) throws {
        guard from.managerID != to.managerID || (from.leftAt == nil) != (to.leftAt == nil) else { return }
        try CompletionCounterStore.move(
            person: to.id, from: .init(manager: from.managerID, hasLeft: from.leftAt != nil),
            to: .init(manager: to.managerID, hasLeft: to.leftAt != nil), connection)
        try PersonStore.beginPeriod(to, now: now, connection)
        if to.leftAt != nil, from.leftAt == nil { try leave(now: now, connection) }
    }

    private func leave(now: Instant, _ connection: any SQLConnection) throws {
        try TokenStore.endAll(of: to.id, now: now, connection)
        try CalendarFeedStore.remove(of: to.id, connection)
        try InvitationStore.end(of: to.id, now: now, connection)
        try CredentialStore.removePassword(of: to.id, connection)
        let above = try PersonStore.present(from: to.managerID, connection)
        for report in try PersonStore.holdReports(of: to.id, connection) {
            var moved = report
            moved.managerID = above
            moved.revision += 1
            try PersonStore.update(moved, connection)
            let changes = AuditChange.list(from: report, to: moved)
            try AuditStore.append([AuditEntry(.personChanged, moved.id, by: caller, at: now, changes)], connection)
            try PersonMove(from: report, to: moved, caller: caller).apply(now: now, connection)
        }
    }
}
