import Campus
import HTTPTypes
import Learning

/// Asking a person.
enum Questions {
    static let create = Operation(
        summary:
            "Ask a person; the words searched for and the place are kept. The same after the same search, while it is "
            + "open, is the question that is there.",
        who: "everybody",
        body: .json(
            .object([
                "text": .string(1...Limits.asked.value), "search_id?": .id("sea").nullable,
                "course_id?": .id("crs").nullable, "activity?": .string(1...Limits.name.value).nullable,
                "shared?": .boolean.nullable.described(
                    "Whether colleagues who may see the place may read it, without the asker's name, and propose answers."
                ),
            ])),
        replies: [(201, .json(QuestionBody.schema))]
    ) { call in
        let body = try await call.fields()
        let draft = QuestionDraft(
            body.string("text", 1...Limits.requestBody.value), searchID: body.optionalIdentifier("search_id"),
            courseID: body.optionalIdentifier("course_id"),
            activity: body.optionalString("activity", 1...Limits.name.value),
            isShared: body.optionalBool("shared") ?? false)
        try body.check()
        let view = try await call.campus.ask(draft, call.access)
        return try .created(
            QuestionBody(view), at: "/v1/questions/\(view.question.id)", etag: view.question.revision)
    }

    static let list = Operation(
        summary: "List questions, newest first.",
        who: "trainers everybody's, others their own and those that colleagues let them answer",
        items: Operation.Item.page + [
            .query("state", .words(Question.State.self), "Only these."),
            .query("mine", .boolean, "Only the caller's own."),
            .query("shared", .boolean, "Only those of others that the caller may propose answers to as a colleague."),
            .query("followed", .boolean, "Only those of others whose answers the caller waits for."),
            .query("routed", .boolean, "Only those that the caller is asked first."),
            .query("sort", .words(Sort.self), "`due`: those first that are due first; else the newest."),
        ],
        replies: [(200, .json(.listing(QuestionBody.schema)))]
    ) { call in
        let filter = QuestionFilter(
            state: try call.queryChoice("state"), isMine: try call.queryFlag("mine"),
            isShared: try call.queryFlag("shared"), isFollowed: try call.queryFlag("followed"),
            isRoutedToMe: try call.queryFlag("routed"),
            isByDue: try call.queryChoice("sort", Sort.self) == .due)
        let page = try place(call, isByDue: filter.isByDue)
        let views = try await call.campus.questions(filter, page: page.andOneMore, call.access)
        return try .json(
            Listing(
                views, limit: page.limit, list: filter.isByDue ? "questions-due" : "questions", row: QuestionBody.init
            ) { view in
                let id = view.question.id.text
                return filter.isByDue ? ["\(view.question.dueAt.milliseconds)", id] : [id]
            })
    }

    private enum Sort: String, CaseIterable {
        case newest, due
    }

    /// Where the list goes on, in either order.
    private static func place(_ call: Call, isByDue: Bool) throws(Refusal) -> Page<QuestionFilter.Place> {
        guard isByDue else {
            let page = try call.page(of: "questions", Question.self)
            return Page(after: page.after.map { .init(id: $0) }, limit: page.limit)
        }
        let limit = try call.limit()
        guard let keys = try call.cursor(list: "questions-due", count: 2) else { return Page(limit: limit) }
        guard let due = Int64(keys[0]), let id = Identifier<Question>(keys[1]) else { throw Cursor.refusal }
        return Page(after: .init(id: id, dueAt: Instant(milliseconds: due)), limit: limit)
    }

    static let show = Operation(
        summary: "Show a question.",
        who: "whoever asked it, trainers, and colleagues where the asker lets them answer",
        replies: [(200, .json(QuestionBody.schema))]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let view = try await call.campus.question(id, call.access)
        return try .json(QuestionBody(view), etag: view.question.revision)
    }

    static let similar = Operation(
        summary:
            "List open questions that ask nearly what somebody is about to ask, the likeliest first: three at most.",
        who: "everybody, among their own and those that colleagues let them answer",
        items: [
            .query(
                "words", .string(1...Limits.searchWords.value), "The question, as far as it is written.", required: true
            )
        ],
        replies: [(200, .json(.object(["data": .array(QuestionBody.schema, max: 3)])))]
    ) { call in
        guard let words = try call.text("words", upTo: Limits.searchWords.value), !words.trimmed.isEmpty else {
            throw Refusal.invalid("words", "required", "Say in words what is to be asked.")
        }
        let views = try await call.campus.similarQuestions(to: words, call.access)
        return try .json(Similar(data: views.map(QuestionBody.init)))
    }

    private struct Similar: Encodable {
        let data: [QuestionBody]
    }

    static let follow = Operation(
        summary: "Follow a colleague's question, to be told of its answer.",
        who: "whoever may read it, but who asked it",
        replies: [(200, .json(QuestionBody.schema))], refusals: [409]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let view = try await call.campus.follow(id, call.access)
        return try .json(QuestionBody(view), etag: view.question.revision)
    }

    static let unfollow = Operation(
        summary: "Follow a question no more.", who: "whoever may read it", replies: [(204, nil)]
    ) { call in
        try await call.campus.unfollow(try call.identifier(of: Question.self, what: "question"), call.access)
        return .noContent
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
                    "language?": .languageTag.described("Of the answer; that of its course unless said otherwise."),
                ]).nullable,
                "answer_id?": .id("ans").nullable,
            ]).orNulls),
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
                course: publish.nullableEdit("course_id") { publish.optionalIdentifier($0) },
                language: publish.optionalString("language", 1...35))
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
struct QuestionBody: Encodable {
    struct Asker: Encodable {
        let id: Identifier<Person>
        let name: String
    }

    struct Tried: Encodable {
        let id: Identifier<Answer>
        let question: String
    }

    let id: Identifier<Question>
    let text: String
    let state: String
    @Nullable var searchWords: String?
    @Nullable var triedAnswer: Tried?
    @Nullable var courseId: Identifier<Course>?
    @Nullable var activity: String?
    let askedAt: Timestamp
    @Nullable var askedBy: Asker?
    let mine: Bool
    let shared: Bool
    let followers: Int
    let followed: Bool
    let dueAt: Timestamp
    @Nullable var routedTo: Identifier<Person>?
    @Nullable var reopenedBecause: String?
    @Nullable var reopenedAt: Timestamp?
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
        triedAnswer = view.tried.map { Tried(id: $0.id, question: $0.question) }
        courseId = question.courseID
        activity = question.activity
        askedAt = Timestamp(question.createdAt)
        askedBy = view.asker.map { Asker(id: $0.id, name: $0.name) }
        mine = view.isMine
        shared = question.isShared
        followers = view.followers
        followed = view.isFollowed
        dueAt = Timestamp(question.dueAt)
        routedTo = question.routedTo
        reopenedBecause = question.reopenedBecause
        reopenedAt = Timestamp(question.reopenedAt)
        reply = question.reply
        replyHtml = view.replyHTML
        answerId = question.answerID
        answeredAt = Timestamp(question.answeredAt)
        revision = question.revision
    }

    static let schema = Schema.object([
        "id": .id("qst"), "text": .string, "state": .words(Question.State.self),
        "search_words": .string.nullable.described("What was searched for before asking."),
        "tried_answer": .object(["id": .id("ans"), "question": .string]).nullable.described(
            "The answer that was opened after that search and did not help; for trainers, null for everybody else."),
        "course_id": .id("crs").nullable, "activity": .string.nullable, "asked_at": .time,
        "asked_by": .object(["id": .id("per"), "name": .string]).nullable.described(
            "For trainers, unless the asker is in a team of theirs; null for everybody else."),
        "mine": .boolean.described("Whether the caller asked it."),
        "shared": .boolean.described("Whether colleagues may read it, without the asker's name, and propose answers."),
        "followers": .integer.described("How many colleagues wait for its answer too."),
        "followed": .boolean.described("Whether the caller is one of them."),
        "due_at": .time.described("By when it is to be answered; then all trainers are told."),
        "routed_to": .id("per").nullable.described(
            "Who is asked first: the owner of its course. Null: all trainers were told of it."),
        "reopened_because": .string.nullable.described("Why the last answer did not help."),
        "reopened_at": .time.nullable, "reply": .string.nullable.described("Markdown; for the asker and trainers."),
        "reply_html": .string.nullable,
        "answer_id": .id("ans").nullable, "answered_at": .time.nullable, "revision": .integer,
    ])
}
