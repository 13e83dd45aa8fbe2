import Learning
import Persistence
import Store

extension Campus {
    /// Writes into the audit log that an initiative was made or changed.
    static func note(
        _ initiative: Initiative, was before: Initiative?, by caller: Caller, now: Instant,
        _ connection: any SQLConnection
    ) throws {
        let (old, new) = (before?.fields, initiative.fields)
        let changes = [
            AuditChange.of("title", old?.title, new.title), .of("why", old?.why, new.why),
            .of("sponsor_id", old?.sponsorID, new.sponsorID), .of("owner_id", old?.ownerID, new.ownerID),
            .of("courses", old.map(courses), courses(new)), .of("starts_on", old?.startsOn, new.startsOn),
            .of("time_zone", old?.timeZone, new.timeZone),
        ].compactMap { $0 }
        try AuditStore.append(
            [
                AuditEntry(
                    at: now, actor: caller.actor, before == nil ? .initiativeMade : .initiativeChanged,
                    subject: "\(initiative.id)", changes: changes)
            ], connection)
    }

    private static func courses(_ fields: InitiativeFields) -> String {
        fields.courses.map { "\($0)" }.joined(separator: ", ")
    }
}
