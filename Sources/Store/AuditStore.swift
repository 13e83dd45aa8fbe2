public import Learning
public import Persistence

/// Who changed what, as rows that are only ever added.
public enum AuditStore {
    private static let columns: SQLQuery = "at, actor_kind, actor_id, verb, subject, person_id, changes"

    /// Adds entries, in the transaction of the change itself.
    public static func append(_ entries: [AuditEntry], _ connection: any SQLConnection) throws {
        try Slices.forEach(entries) { slice in
            let rows = try slice.map { entry -> [SQLValue] in
                let (kind, id): (String, Identifier<Person>?) =
                    switch entry.actor {
                    case .person(let id): ("person", id)
                    case .operator: ("operator", nil)
                    case .link: ("link", nil)
                    }
                return [
                    entry.at.sqlValue, .text(kind), id.sqlValue, .text(entry.verb.rawValue), .text(entry.subject),
                    entry.person.sqlValue, .text(try Definition.encode(entry.changes)),
                ]
            }
            try connection.execute("INSERT INTO audit (\(columns)) VALUES \(rows: rows)")
        }
    }

    /// Entries, the newest first.
    /// - Parameters:
    ///   - page: its key is the number of the last entry that the caller has.
    public static func list(
        _ filter: AuditFilter, page: Page<Int64>, _ connection: any SQLConnection
    ) throws -> [AuditEntry] {
        var query: SQLQuery = "SELECT number, \(columns) FROM audit WHERE 1 = 1"
        if let subject = filter.subject {
            // The slash and what comes right after it: a range that the index serves.
            query =
                query + " AND (subject = \(subject) OR (subject >= \(subject + "/") AND subject < \(subject + "0")))"
        }
        if let actor = filter.actor { query = query + " AND actor_id = \(actor)" }
        if let person = filter.person { query = query + " AND person_id = \(person)" }
        if let verb = filter.verb { query = query + " AND verb = \(verb.rawValue)" }
        if let after = page.after { query = query + " AND number < \(after)" }
        return try connection.rows(query + " ORDER BY number DESC LIMIT \(page.limit)")
    }
}

extension AuditEntry: RowDecodable {
    public init(row: inout SQLRow) throws {
        let number: Int64 = try row.next()
        let at: Instant = try row.next()
        let kind: String = try row.next()
        let actorID: Identifier<Person>? = try row.next()
        let verb: String = try row.next()
        guard let known = Verb(rawValue: verb) else {
            throw StoreError(.mismatch, "an audit entry has an unknown verb")
        }
        let actor: Actor = if let actorID { .person(actorID) } else { kind == "link" ? .link : .operator }
        self.init(
            number: number, at: at, actor: actor, known, subject: try row.next(), person: try row.next(),
            changes: try Definition.decode(try row.next()))
    }
}
