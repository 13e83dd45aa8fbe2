import Campus
import HTTPTypes
import Learning

/// What people answer to the invitation of an initiative.
enum InitiativeRepliesRoutes {
    private struct Told: Encodable {
        let people: Int
        let `in`: Int
        let notYet: Int
        let writers: Int
        let reasons: [String]

        init(_ report: InvitationReport) {
            people = report.people
            self.in = report.areIn
            notYet = report.areNotYet
            writers = report.writers
            reasons = report.reasons
        }

        static let schema = Schema.object([
            "people": Schema.integer.described(
                "How many are told of: whole groups of five and more, 0 until there is one."),
            "in": .integer, "not_yet": .integer,
            "writers": Schema.integer.described("How many gave the reasons."),
            "reasons": Schema.array(.string).described("In the order of their letters, without names."),
        ])
    }

    private struct Body: Encodable {
        let mine: [InitiativeReplyRow]
        @Nullable var told: Told?
    }

    static let list = Operation(
        summary: "Show the replies to the invitation of an initiative.",
        who: "everybody their own, all that they gave; its sponsor and admins what groups of five and more said",
        replies: [
            (
                200,
                .json(.object(["mine": .array(InitiativeReplyRow.schema), "told": Told.schema.nullable]))
            )
        ]
    ) { call in
        let id = try call.identifier(of: Initiative.self, what: "initiative")
        let replies = try await call.campus.replies(to: id, call.access)
        return try .json(Body(mine: replies.own.map(InitiativeReplyRow.init), told: replies.told.map(Told.init)))
    }

    static let create = Operation(
        summary: "Answer the invitation of an initiative; the latest answer counts.", who: "whoever is in it",
        body: .json(
            .object([
                "answer": .words(InitiativeReply.Answer.self),
                "because?": Schema.string(0...Limits.because.value).nullable.described("With `not-yet` alone."),
            ])),
        replies: [(200, .json(InitiativeReplyRow.schema))]
    ) { call in
        let id = try call.identifier(of: Initiative.self, what: "initiative")
        let body = try await call.fields()
        let answer = body.choice("answer", standIn: InitiativeReply.Answer.imIn)
        let because = body.optionalString("because", 0...Limits.because.value)
        try body.check()
        return try .json(
            InitiativeReplyRow(try await call.campus.reply(answer, because: because, to: id, call.access)))
    }
}
