import Campus
import HTTPTypes
import Learning

/// Entries of the knowledge base.
enum Answers {
    static let list = Operation(
        summary: "List answers, newest first.", who: "everybody, among what they may see; retired ones for trainers",
        items: Operation.Item.page + [
            .query("course", .id("crs"), "Only of this course."),
            .query("tag", .string, "Only with this tag."),
            .query("owner", .id("per"), "Only those that this person keeps right."),
            .query("state", .words(Answer.State.self), "Only these; trainers see both unless they say."),
            .query("due", .date, "Only those to be looked at again by this day."),
            .query("sort", .words(Sort.self), "`due`: those first that are to be looked at first; else the newest."),
        ],
        replies: [(200, .json(.listing(AnswerBody.schema)))]
    ) { call in
        let isByDue = try call.queryChoice("sort", Sort.self) == .due
        let page = try place(call, isByDue: isByDue)
        let filter = AnswerFilter(
            state: try call.queryChoice("state"), courseID: try call.queryIdentifier("course"),
            tag: try call.text("tag", upTo: Limits.tag.value), ownerID: try call.queryIdentifier("owner"),
            dueBy: try call.queryDate("due"), isByDue: isByDue)
        let answers = try await call.campus.answers(filter, page: page.andOneMore, call.access)
        return try .json(
            Listing(answers, limit: page.limit, list: isByDue ? "answers-due" : "answers") {
                AnswerBody($0, on: call.campus.today)
            } key: {
                isByDue ? [$0.fields.verifyBy?.description ?? "", $0.id.text] : [$0.id.text]
            })
    }

    private enum Sort: String, CaseIterable {
        case newest, due
    }

    /// Where the list goes on, in either order.
    private static func place(_ call: Call, isByDue: Bool) throws(Refusal) -> Page<AnswerFilter.Place> {
        guard isByDue else {
            let page = try call.page(of: "answers", Answer.self)
            return Page(after: page.after.map { .init(id: $0) }, limit: page.limit)
        }
        let limit = try call.limit()
        guard let keys = try call.cursor(list: "answers-due", count: 2) else { return Page(limit: limit) }
        guard let day = CivilDate(keys[0]), let id = Identifier<Answer>(keys[1]) else { throw Cursor.refusal }
        return Page(after: .init(id: id, verifyBy: day), limit: limit)
    }

    static let verify = Operation(
        summary: "Say that an answer still holds, and when to look again.", who: "its owner, and trainers",
        items: [.ifMatch],
        body: .json(
            .object([
                "verify_by?": .date.nullable.described(
                    "After today; \(AnswerFields.verifyAfterDays) days from now unless said otherwise.")
            ])),
        replies: [(200, .json(AnswerBody.schema))]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let body = try await call.fields()
        let day = body.optionalDate("verify_by")
        try body.check()
        let answer = try await call.campus.verifyAnswer(id, revision: try call.ifMatch(), until: day, call.access)
        return try .json(AnswerBody(answer, on: call.campus.today), etag: answer.revision)
    }

    static let show = Operation(
        summary: "Show an answer.", who: "whoever may see its course; everybody where it belongs to none",
        replies: [(200, .json(AnswerBody.schema))]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let answer = try await call.campus.answer(id, call.access)
        return try .json(AnswerBody(answer, on: call.campus.today), etag: answer.revision)
    }

    static let create = Operation(
        summary: "Publish an answer.", who: "trainers",
        body: .json(AnswerBody.draft), replies: [(201, .json(AnswerBody.schema))]
    ) { call in
        let body = try await call.fields()
        var fields = AnswerFields(
            question: body.string("question", 0...Limits.requestBody.value),
            text: body.string("text", 0...Limits.requestBody.value))
        let edit = AnswerEdit(body)
        try body.check()
        edit.apply(to: &fields)
        let answer = try await call.campus.createAnswer(fields, call.access)
        return try .created(
            AnswerBody(answer, on: call.campus.today), at: "/v1/answers/\(answer.id)", etag: answer.revision)
    }

    static let update = Operation(
        summary: "Change or retire an answer.", who: "trainers", items: [.ifMatch],
        body: .json(AnswerBody.change),
        replies: [(200, .json(AnswerBody.schema))], refusals: [412, 428]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let body = try await call.fields()
        let question = body.edit("question") { body.optionalString($0, 0...Limits.requestBody.value) }
        let text = body.edit("text") { body.optionalString($0, 0...Limits.requestBody.value) }
        let state = body.edit("state") { body.choice($0, Answer.State.self) }
        let edit = AnswerEdit(body)
        try body.check()
        let revision = try call.ifMatch()
        let answer = try await call.campus.updateAnswer(id, revision: revision, call.access) { answer in
            answer.fields.question = question.applied(to: answer.fields.question)
            answer.fields.text = text.applied(to: answer.fields.text)
            answer.state = state.applied(to: answer.state)
            edit.apply(to: &answer.fields)
        }
        return try .json(AnswerBody(answer, on: call.campus.today), etag: answer.revision)
    }
}

/// What a request says of an answer beside question and text; what it leaves out stays.
struct AnswerEdit: Sendable {
    private let also: Edit<[String]>
    private let tags: Edit<[String]>
    private let language: Edit<String>
    private let ownerID: Edit<Identifier<Person>?>
    private let verifyBy: Edit<CivilDate>
    private let courseID: Edit<Identifier<Course>?>
    private let activity: Edit<String?>

    init(_ body: Fields) {
        also = body.edit("also") { body.strings($0, count: 1000, length: 0...Limits.requestBody.value) }
        tags = body.edit("tags") { body.strings($0, count: 1000, length: 0...Limits.requestBody.value) }
        language = body.edit("language") { body.optionalString($0, 1...35) }
        ownerID = body.nullableEdit("owner_id") { body.optionalIdentifier($0) }
        verifyBy = body.edit("verify_by") { body.optionalDate($0) }
        courseID = body.nullableEdit("course_id") { body.optionalIdentifier($0) }
        activity = body.nullableEdit("activity") { body.optionalString($0, 1...Limits.name.value) }
    }

    func apply(to fields: inout AnswerFields) {
        fields.also = also.applied(to: fields.also)
        fields.tags = tags.applied(to: fields.tags)
        fields.language = language.applied(to: fields.language)
        fields.ownerID = ownerID.applied(to: fields.ownerID)
        if case .set(let day) = verifyBy { fields.verifyBy = day }
        fields.courseID = courseID.applied(to: fields.courseID)
        fields.activity = activity.applied(to: fields.activity)
    }
}
