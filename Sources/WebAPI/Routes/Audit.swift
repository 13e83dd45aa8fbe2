import Campus
import Hummingbird
import Learning

/// Who changed what.
enum Audit {
    private struct Row: Encodable {
        struct Change: Encodable {
            let field: String
            @Nullable var before: String?
            @Nullable var after: String?
        }

        let number: Int64
        let at: Timestamp
        let actor: String
        @Nullable var actorID: Identifier<Person>?
        @Nullable var actorName: String?
        let verb: AuditEntry.Verb
        let subject: String
        @Nullable var personID: Identifier<Person>?
        @Nullable var personName: String?
        let changes: [Change]

        init(_ record: AuditRecord) {
            let entry = record.entry
            number = entry.number
            at = Timestamp(entry.at)
            switch entry.actor {
            case .person(let id):
                actor = "person"
                actorID = id
            case .operator: actor = "operator"
            case .link: actor = "link"
            }
            actorName = record.actorName
            verb = entry.verb
            subject = entry.subject
            personID = entry.person
            personName = record.personName
            changes = entry.changes.map { change in
                var row = Change(field: change.field)
                row.before = change.before
                row.after = change.after
                return row
            }
        }

        static let schema = Schema.object([
            "number": .integer, "at": .time,
            "actor": Schema.words(["person", "operator", "link"]).described(
                "Operator is the command line or the program itself, link whoever came by one."),
            "actor_id": .id(Person.idPrefix).nullable, "actor_name": .string.nullable,
            "verb": .words(AuditEntry.Verb.self),
            "subject": .string.described("An id; of a step `enrollment/activity/occurrence`."),
            "person_id": Schema.id(Person.idPrefix).nullable.described("Whom it concerns."),
            "person_name": .string.nullable,
            "changes": .array(.object(["field": .string, "before": .string.nullable, "after": .string.nullable])),
        ])
    }

    static let list = Operation(
        summary: "Who changed what, the newest first.", who: "admins everything, everybody what concerns themselves",
        items: [
            .query("subject", .string(1...200), "Only changes of this, and of what is part of it."),
            .query("actor", .id(Person.idPrefix), "Only what this person did."),
            .query("person", .id(Person.idPrefix), "Only what concerns this person."),
            .query("verb", .words(AuditEntry.Verb.self), "Only this."),
        ] + Operation.Item.page,
        replies: [(200, .json(.listing(Row.schema)))]
    ) { call in
        let subject = try call.text("subject", upTo: 200)
        if subject == nil, QueryItems(call.request.uri.query).bytes(of: "subject") != nil {
            throw Refusal.invalid("subject", "required", "An empty subject would show everything: leave it out.")
        }
        let filter = AuditFilter(
            subject: subject, actor: try call.queryIdentifier("actor"),
            person: try call.queryIdentifier("person"), verb: try call.queryChoice("verb"))
        let limit = try call.limit()
        let after = try call.cursor(list: "audit", count: 1).map { keys throws(Refusal) in
            guard let number = Int64(keys[0]) else { throw Cursor.refusal }
            return number
        }
        let records = try await call.campus.audit(filter, page: Page(after: after, limit: limit + 1), call.access)
        return try .json(
            Listing(records, limit: limit, list: "audit", row: Row.init) { ["\($0.entry.number)"] })
    }
}
