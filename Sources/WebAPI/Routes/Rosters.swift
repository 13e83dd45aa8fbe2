import Campus
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// Who is here, as the personnel department has it.
enum Rosters {
    /// Rows of a roster that are read together.
    private static let part = 500

    private struct Row: Encodable {
        let line: Int
        let externalID: String
        @Nullable var personID: Identifier<Person>?
        @Nullable var name: String?
        let result: String
        let columns: [String]
        @Nullable var error: Refusal.Detail?
        @Nullable var invitationURL: String?
        @Nullable var invitationExpiresAt: Timestamp?

        init(_ row: RosterResult, isPreview: Bool) {
            line = row.line
            externalID = row.externalID
            // Whoever a preview adds is gone with it.
            if case .added = row.outcome, isPreview { personID = nil } else { personID = row.person }
            name = row.name
            result = row.word
            if case .changed(let changed) = row.outcome { columns = changed } else { columns = [] }
            if case .refused(let detail) = row.outcome { error = detail }
            invitationURL = row.invitation?.url
            invitationExpiresAt = Timestamp(row.invitation?.invitation.expiresAt)
        }

        static let schema = Schema.object([
            "line": Schema.integer.described("On which the row starts."), "external_id": .string,
            "person_id": .id(Person.idPrefix).nullable, "name": .string.nullable, "result": .words(words),
            "columns": .array(.string).described("What is changed."),
            "error": Schema.detail.nullable.described("`pointer` names the column."),
            "invitation_url": .string.nullable.described("Shown once; good for a week, once."),
            "invitation_expires_at": .time.nullable,
        ])
    }

    private static let words = ["added", "changed", "unchanged", "left", "returned", "refused"]

    private struct Body: Encodable {
        let committed: Bool
        let added: Int
        let changed: Int
        let unchanged: Int
        let left: Int
        let returned: Int
        let refused: Int
        let rows: [Row]

        init(_ results: [RosterResult], committed: Bool) {
            let counts = Dictionary(grouping: results, by: \.word).mapValues(\.count)
            self.committed = committed
            added = counts["added"] ?? 0
            changed = counts["changed"] ?? 0
            unchanged = counts["unchanged"] ?? 0
            left = counts["left"] ?? 0
            returned = counts["returned"] ?? 0
            refused = counts["refused"] ?? 0
            rows = results.map { Row($0, isPreview: !committed) }
        }

        static let schema = Schema.object([
            "committed": .boolean, "added": .integer, "changed": .integer, "unchanged": .integer, "left": .integer,
            "returned": .integer, "refused": .integer, "rows": .array(Row.schema),
        ])
    }

    static let create = Operation(
        summary:
            "Take in a roster (CSV, UTF-8), or see what it would come to; each row is taken or refused for itself, and "
            + "who is not in it stays. The first line names the columns: \(RosterRow.columns.joined(separator: ", ")).",
        who: "admins",
        items: [
            .query("commit", .boolean, "Take it in; otherwise it is only looked at."),
            .query("invite", .boolean, "With commit: a link for each person who is new."),
        ],
        body: .init(type: "text/csv", schema: .string), replies: [(200, .json(Body.schema))]
    ) { call in
        let (commits, invites) = (try call.queryFlag("commit"), try call.queryFlag("invite"))
        if invites, !commits {
            throw Refusal.invalid(
                "invite", "nothing-to-invite", "Links are made when a roster is taken in: add commit=true.")
        }
        // Before anything large is taken in.
        try await call.campus.checkMayTakeRoster(call.access)
        let text = try UTF8Text.decode(try await call.bytes(upTo: Limits.roster))
        let results =
            commits
            ? try await call.campus.takeRoster(csv: text, isInviting: invites, call.access)
            : try await call.campus.previewRoster(csv: text, call.access)
        return try .json(Body(results, committed: commits))
    }

    static let show = Operation(
        summary: "Everybody as a roster (CSV); taken in again it changes nothing.", who: "admins",
        replies: [(200, Operation.Content(type: "text/csv", schema: .string))]
    ) { call in
        let first = try await call.campus.roster(after: nil, limit: part, call.access)
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: CSVLine.make(RosterRow.columns)))
            var lines = first
            while let last = lines.last {
                try await writer.write(ByteBuffer(string: lines.map { CSVLine.make($0.fields) }.joined()))
                guard lines.count == part else { break }
                lines = try await call.campus.roster(after: last.person.id, limit: part, call.access)
            }
            try await writer.finish(nil)
        }
        return Reply(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"roster.csv\"",
            ], body: body)
    }
}
