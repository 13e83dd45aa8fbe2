import Campus
import HTTPTypes
import Learning

/// Operations on events and what they come to.
enum Events {
    private struct ResultRow: Encodable {
        let id: String
        let result: String
        @Nullable var error: Refusal.Detail?

        init(_ result: EventResult, index: Int) {
            id = result.id
            switch result.outcome {
            case .recorded: self.result = "recorded"
            case .repeated: self.result = "repeated"
            case .refused(var detail):
                self.result = "refused"
                detail.pointer = "/events/\(index)\(detail.pointer)"
                error = detail
            }
        }

        static let schema = Schema.object([
            "id": .string, "result": .words(["recorded", "repeated", "refused"]), "error": Schema.detail.nullable,
        ])
    }

    private struct Results: Encodable { let results: [ResultRow] }

    static let create = Operation(
        summary: "Record events; each is recorded, known already, or refused for itself. The reply comes when what was "
            + "recorded is durable.",
        who: "the learner; for their verbs a manager above, the course's trainer, a witness or coach, an admin",
        body: .json(
            .object([
                "events": .array(EventBody.schema, max: Limits.eventBatch.value),
                "launch?": .string(1...100).nullable.described(
                    "The secret of the launch by which content says them; they are of its activity alone."),
            ]).orNulls),
        replies: [(200, .json(.object(["results": .array(ResultRow.schema)])))]
    ) { call in
        let body = try await call.fields()
        let events = body.objects("events", count: Limits.eventBatch.value)?.map(EventBody.read)
        if events == nil { body.problem("events", "required", "This field is required.") }
        let launch = body.optionalString("launch", 1...100)
        try body.check()
        let results = try await call.campus.record(events ?? [], via: call.via, launch: launch, call.access)
        return try .json(Results(results: results.enumerated().map { ResultRow($1, index: $0) }))
    }

    static let list = Operation(
        summary: "List an enrollment's events in the order in which they were recorded.",
        who: "whoever sees the enrollment; what was answered in a pulse is shown to the learner alone",
        items: [.query("activity", .string, "Only this activity's.")] + Operation.Item.page,
        replies: [(200, .json(.listing(EventRow.schema)))]
    ) { call in
        let limit = try call.limit()
        let after = try call.cursor(list: "events", count: 2).map { keys throws(Refusal) in
            guard let milliseconds = Int64(keys[0]) else { throw Cursor.refusal }
            return EventPlace(recordedAt: Instant(milliseconds: milliseconds), id: keys[1])
        }
        let events = try await call.campus.events(
            of: try call.identifier(what: "enrollment"),
            activity: try call.text("activity", upTo: Limits.requestBody.value),
            page: Page(after: after, limit: limit + 1), call.access)
        return try .json(
            Listing(events, limit: limit, list: "events", row: EventRow.init) {
                ["\($0.recordedAt.milliseconds)", $0.id]
            })
    }

    private struct ProgressRow: Encodable {
        let activity: String
        let occurrence: Int
        let status: ProgressStatus
        @Nullable var completedAt: Timestamp?
        @Nullable var success: Bool?
        @Nullable var score: Double?

        init(_ progress: ItemProgress) {
            activity = progress.item.activity
            occurrence = progress.item.occurrence
            status = progress.outcome.status
            completedAt = Timestamp(progress.outcome.completedAt)
            success = progress.outcome.success
            score = progress.outcome.score
        }

        static let schema = Schema.object([
            "activity": .string, "occurrence": .integer, "status": .words(ProgressStatus.self),
            "completed_at": .time.nullable, "success": .boolean.nullable, "score": .number(0...1).nullable,
        ])
    }

    private struct ProgressRows: Encodable { let rows: [ProgressRow] }

    static let progress = Operation(
        summary: "Show what an enrollment's events come to, by activity and occurrence.",
        who: "whoever sees the enrollment",
        items: [.query("enrollment", .id(Enrollment.idPrefix), "The enrollment.", required: true)],
        replies: [(200, .json(.object(["rows": .array(ProgressRow.schema)])))]
    ) { call in
        guard let id = try call.queryIdentifier("enrollment", of: Enrollment.self) else {
            throw Refusal.invalid("enrollment", "required", "Name the enrollment.")
        }
        let progress = try await call.campus.progress(of: id, call.access)
        return try .json(ProgressRows(rows: progress.map(ProgressRow.init)))
    }
}
