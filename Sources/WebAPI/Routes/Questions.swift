import Campus
import HTTPTypes
import Learning

/// Asking a person.
enum Questions {
    static let create = Operation(
        summary: "Ask a person; the words searched for and the place are kept.", who: "everybody",
        body: .json(
            .object([
                "text": .string(1...Limits.asked.value), "search_id?": .id("sea").nullable,
                "course_id?": .id("crs").nullable, "activity?": .string.nullable,
            ])),
        replies: [(201, .json(QuestionBody.schema))]
    ) { call in
        let body = try await call.fields()
        let draft = QuestionDraft(
            body.string("text", 1...Limits.requestBody.value), searchID: body.optionalIdentifier("search_id"),
            courseID: body.optionalIdentifier("course_id"),
            activity: body.optionalString("activity", 1...Limits.name.value))
        try body.check()
        let view = try await call.campus.ask(draft, call.access)
        return try .created(
            QuestionBody(view), at: "/v1/questions/\(view.question.id)", etag: view.question.revision)
    }

    static let list = Operation(
        summary: "List questions, newest first.", who: "trainers everybody's, others their own",
        items: Operation.Item.page + [
            .query("state", .words(Question.State.self), "Only these."),
            .query("mine", .boolean, "Only the caller's own."),
        ],
        replies: [(200, .json(.listing(QuestionBody.schema)))]
    ) { call in
        let page = try call.page(of: "questions", Question.self)
        let views = try await call.campus.questions(
            state: try call.queryChoice("state"), mine: try call.queryFlag("mine"), page: page.andOneMore, call.access)
        return try .json(
            Listing(views, limit: page.limit, list: "questions", row: QuestionBody.init) { [$0.question.id.text] })
    }

    static let show = Operation(
        summary: "Show a question.", who: "whoever asked it, and trainers",
        replies: [(200, .json(QuestionBody.schema))]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let view = try await call.campus.question(id, call.access)
        return try .json(QuestionBody(view), etag: view.question.revision)
    }

    static let answer = Operation(
        summary: "Answer a question: for the asker alone, with a new published answer, or with one that is there.",
        who: "trainers",
        body: .json(
            .object([
                "text?": .string(0...Limits.text.value).nullable.described(
                    "Markdown; may be left out beside answer_id."),
                "publish?": .object([
                    "question?": .string(1...Limits.question.value),
                    "also?": .array(.string(1...Limits.question.value), max: Limits.phrasings.value),
                    "tags?": .array(.string(1...Limits.tag.value), max: Limits.tags.value),
                    "course_id?": .id("crs").nullable.described(
                        "Where it belongs: the question's course unless said otherwise, null for everywhere."),
                ]).nullable,
                "answer_id?": .id("ans").nullable,
            ])),
        replies: [(201, .json(QuestionBody.schema))], refusals: [409]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let body = try await call.fields()
        let text = body.optionalString("text", 0...Limits.requestBody.value) ?? ""
        let existing = body.optionalIdentifier("answer_id", Answer.self)
        var publication = QuestionReply.Publication.none
        if let publish = body.object("publish") {
            if existing != nil {
                body.problem("answer_id", "one-or-other", "Publish an answer or name one that is there, not both.")
            }
            publication = .new(
                question: publish.optionalString("question", 0...Limits.requestBody.value),
                also: publish.strings("also", count: 1000, length: 0...Limits.requestBody.value) ?? [],
                tags: publish.strings("tags", count: 1000, length: 0...Limits.requestBody.value) ?? [],
                course: publish.nullableEdit("course_id") { publish.optionalIdentifier($0) })
        } else if let existing {
            publication = .existing(existing)
        }
        try body.check()
        let view = try await call.campus.answer(id, with: QuestionReply(text, publication), call.access)
        return try .created(
            QuestionBody(view), at: "/v1/questions/\(view.question.id)", etag: view.question.revision)
    }
}

/// A question as JSON.
private struct QuestionBody: Encodable {
    struct Asker: Encodable {
        let id: Identifier<Person>
        let name: String
    }

    let id: Identifier<Question>
    let text: String
    let state: String
    @Nullable var searchWords: String?
    @Nullable var courseId: Identifier<Course>?
    @Nullable var activity: String?
    let askedAt: Timestamp
    @Nullable var askedBy: Asker?
    @Nullable var reply: String?
    @Nullable var replyHtml: String?
    @Nullable var answerId: Identifier<Answer>?
    @Nullable var answeredAt: Timestamp?
    let revision: Int

    init(_ view: QuestionView) {
        let question = view.question
        id = question.id
        text = question.text
        state = question.state.rawValue
        searchWords = question.words
        courseId = question.courseID
        activity = question.activity
        askedAt = Timestamp(question.createdAt)
        askedBy = view.asker.map { Asker(id: $0.id, name: $0.name) }
        reply = question.reply
        replyHtml = view.replyHTML
        answerId = question.answerID
        answeredAt = Timestamp(question.answeredAt)
        revision = question.revision
    }

    static let schema = Schema.object([
        "id": .id("qst"), "text": .string, "state": .words(Question.State.self),
        "search_words": .string.nullable.described("What was searched for before asking."),
        "course_id": .id("crs").nullable, "activity": .string.nullable, "asked_at": .time,
        "asked_by": .object(["id": .id("per"), "name": .string]).nullable.described(
            "For trainers, unless the asker is in a team of theirs; null for everybody else."),
        "reply": .string.nullable.described("Markdown."), "reply_html": .string.nullable,
        "answer_id": .id("ans").nullable, "answered_at": .time.nullable, "revision": .integer,
    ])
}
