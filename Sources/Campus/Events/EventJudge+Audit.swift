import Learning
import Store

extension EventJudge {
    /// What the audit log has of an event: that somebody was let off a step. Everything else is the learner's own work, and
    /// stands among their events.
    func entry(for event: EventRecord) -> AuditEntry? {
        guard event.verb == .waived else { return nil }
        return AuditEntry(
            at: event.recordedAt, actor: .person(event.actor), .waived,
            subject: "\(event.enrollment)/\(event.activity)/\(event.occurrence)",
            person: states[event.enrollment]?.personID,
            changes: [AuditChange("reason", after: event.data.text)])
    }
}
