public import Learning
import Store

/// An entry of the audit log with the names of those in it.
public struct AuditRecord: Sendable {
    public var entry: AuditEntry
    public var actorName: String?
    public var personName: String?
}

extension Campus {
    /// Who changed what, the newest first: everything for admins, for everybody else what concerns themselves.
    /// - Parameter page: its key is the number of the last entry that the caller has.
    /// - Throws: ``Refusal`` of kind `missing` when somebody else's entries are asked for.
    public func audit(
        _ filter: AuditFilter, page: Page<Int64>, _ access: Access
    ) async throws -> [AuditRecord] {
        try await read(access) { connection, caller in
            var filter = filter
            if !caller.isAdmin {
                guard filter.person == nil || filter.person == caller.id else { throw Refusal.missing("person") }
                filter.person = caller.id
            }
            let entries = try AuditStore.list(filter, page: page, connection)
            let actors = entries.compactMap { entry in
                if case .person(let id) = entry.actor { id } else { nil }
            }
            let names = try PersonStore.names(of: Set(actors + entries.compactMap(\.person)), connection)
            return entries.map { entry in
                var actorName: String?
                if case .person(let id) = entry.actor { actorName = names[id] }
                return AuditRecord(entry: entry, actorName: actorName, personName: entry.person.flatMap { names[$0] })
            }
        }
    }
}
