import Campus
import HTTPTypes
import Learning

/// What people say about courses and activities, and what comes of it.
enum FeedbackRoutes {
    static let list = Operation(
        summary: "List feedback with its outcome, newest first.",
        who: "everybody their own; trainers all, without authors",
        items: Operation.Item.page + [
            .query("course", .id(Course.idPrefix), "Only on this course and its activities."),
            .query("activity", .string, "Only on the activity of this key."),
            .query("mine", .boolean, "For trainers: only their own."),
        ],
        replies: [(200, .json(.listing(FeedbackBody.schema)))]
    ) { call in
        let page = try call.page(of: "feedback", Feedback.self)
        let filter = FeedbackFilter(
            courseID: try call.queryIdentifier("course"),
            activity: try call.text("activity", upTo: Limits.name.value))
        let list = try await call.campus.feedback(
            filter, onlyOwn: try call.queryFlag("mine"), page: page.andOneMore, call.access)
        return try .json(
            Listing(list.entries, limit: page.limit, list: "feedback") {
                FeedbackBody($0, isOwn: list.isOwn($0))
            } key: {
                [$0.feedback.id.text]
            })
    }

    static let show = Operation(
        summary: "Show one item of feedback.", who: "its author, and trainers without the author",
        replies: [(200, .json(FeedbackBody.schema))]
    ) { call in
        let id = try call.identifier(of: Feedback.self, what: "feedback")
        return try reply(try await call.campus.feedback(id, call.access))
    }

    static let create = Operation(
        summary: "Give feedback on a course or an activity: a rating, words, or both.",
        who: "whoever may see the course",
        body: .json(
            .object([
                "course_id": .id(Course.idPrefix), "activity?": Schema.string(1...Limits.name.value).nullable,
                "rating?": Schema.integer(1...5).nullable, "words?": Schema.string(0...Limits.note.value).nullable,
            ])),
        replies: [(201, .json(FeedbackBody.schema))]
    ) { call in
        let body = try await call.fields()
        let draft = FeedbackDraft(
            courseID: body.identifier("course_id"),
            activity: body.isNull("activity") ? nil : body.optionalString("activity", 1...Limits.name.value),
            rating: body.isNull("rating") ? nil : body.optionalInteger("rating", 1...5),
            words: body.isNull("words") ? nil : body.optionalString("words", 0...Limits.note.value))
        try body.check()
        let entry = try await call.campus.giveFeedback(draft, call.access)
        return try .created(
            FeedbackBody(entry, isOwn: true), at: "/v1/feedback/\(entry.feedback.id)", etag: entry.feedback.revision)
    }

    static let update = Operation(
        summary: "Write what came of an item of feedback; its author is told.", who: "trainers", items: [.ifMatch],
        body: .json(
            .object([
                "outcome": .words(Feedback.Outcome.self),
                "outcome_text": .string(1...Limits.note.value).described("Plain text, for the author."),
            ])),
        replies: [(200, .json(FeedbackBody.schema))], refusals: [412, 428]
    ) { call in
        let id = try call.identifier(of: Feedback.self, what: "feedback")
        let body = try await call.fields()
        let outcome = body.choice("outcome", standIn: Feedback.Outcome.answered)
        let words = body.string("outcome_text", 1...Limits.note.value)
        try body.check()
        let revision = try call.ifMatch()
        return try reply(
            try await call.campus.setOutcome(outcome, words: words, of: id, revision: revision, call.access))
    }

    private static func reply(_ list: FeedbackList) throws -> Reply {
        guard let entry = list.entries.first else { throw Refusal.missing("feedback") }
        return try .json(FeedbackBody(entry, isOwn: list.isOwn(entry)), etag: entry.feedback.revision)
    }
}
