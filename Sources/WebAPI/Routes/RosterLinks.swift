import Campus
import HTTPTypes
import Learning

/// Links for those who never chose a password: a roster's are shown once, and a week is soon over.
enum RosterLinks {
    /// Links of one reply.
    private static let most = 1000

    private struct Row: Encodable {
        let personID: Identifier<Person>
        @Nullable var externalID: String?
        let name: String
        @Nullable var email: String?
        let invitationURL: String
        let invitationExpiresAt: Timestamp

        static let schema = Schema.object([
            "person_id": .id(Person.idPrefix), "external_id": .string.nullable, "name": .string,
            "email": .string.nullable,
            "invitation_url": .string.described("Shown once; good for a week, once."), "invitation_expires_at": .time,
        ])
    }

    private struct Waiting: Encodable {
        let waiting: Int
    }

    private struct Made: Encodable {
        let rows: [Row]
        @Nullable var next: Identifier<Person>?
    }

    static let show = Operation(
        summary: "How many of those who are here never chose a password.", who: "admins",
        replies: [(200, .json(.object(["waiting": .integer])))]
    ) { call in
        try .json(Waiting(waiting: try await call.campus.waitingForLink(call.access)))
    }

    static let create = Operation(
        summary:
            "Make a link for each of those who are here and never chose a password. Links that they were handed before are "
            + "over. At most \(most) at once: go on after `next`.",
        who: "admins",
        items: [.query("after", .id(Person.idPrefix), "`next` of the reply before.")],
        replies: [
            (
                200,
                .json(
                    .object([
                        "rows": .array(Row.schema),
                        "next": .id(Person.idPrefix).nullable.described("Null when these were the last."),
                    ]))
            )
        ]
    ) { call in
        let made = try await call.campus.inviteWaiting(
            after: try call.queryIdentifier("after", of: Person.self), limit: most, call.access)
        let rows = made.map { person, made in
            Row(
                personID: person.id, externalID: person.externalID, name: person.name, email: person.email,
                invitationURL: made.url, invitationExpiresAt: Timestamp(made.invitation.expiresAt))
        }
        return try .json(Made(rows: rows, next: rows.count == most ? rows.last?.personID : nil))
    }
}
