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
        ],
        replies: [(200, .json(.listing(AnswerBody.schema)))]
    ) { call in
        let page = try call.page(of: "answers", Answer.self)
        let filter = AnswerFilter(
            state: try call.queryChoice("state"), courseID: try call.queryIdentifier("course"),
            tag: try call.text("tag", upTo: Limits.tag.value), ownerID: try call.queryIdentifier("owner"),
            dueBy: try call.queryDate("due"))
        let answers = try await call.campus.answers(filter, page: page.andOneMore, call.access)
        return try .json(
            Listing(answers, limit: page.limit, list: "answers", row: AnswerBody.init) { [$0.id.text] })
    }

    static let show = Operation(
        summary: "Show an answer.", who: "whoever may see its course; everybody where it belongs to none",
        replies: [(200, .json(AnswerBody.schema))]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let answer = try await call.campus.answer(id, call.access)
        return try .json(AnswerBody(answer), etag: answer.revision)
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
        return try .created(AnswerBody(answer), at: "/v1/answers/\(answer.id)", etag: answer.revision)
    }

    static let update = Operation(
        summary: "Change or retire an answer.", who: "trainers", items: [.ifMatch],
        body: .json(AnswerBody.change),
        replies: [(200, .json(AnswerBody.schema))], refusals: [412, 428]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let revision = try call.ifMatch()
        let body = try await call.fields()
        let question = body.optionalString("question", 0...Limits.requestBody.value)
        let text = body.optionalString("text", 0...Limits.requestBody.value)
        let state = body.choice("state", Answer.State.self)
        let edit = AnswerEdit(body)
        try body.check()
        let answer = try await call.campus.updateAnswer(id, revision: revision, call.access) { answer in
            if let question { answer.fields.question = question }
            if let text { answer.fields.text = text }
            if let state { answer.state = state }
            edit.apply(to: &answer.fields)
        }
        return try .json(AnswerBody(answer), etag: answer.revision)
    }
}

/// What a request says of an answer beside question and text; what it leaves out stays.
struct AnswerEdit: Sendable {
    private let also: [String]?
    private let tags: [String]?
    private let language: String?
    private let ownerID: Identifier<Person>??
    private let verifyBy: CivilDate?
    private let courseID: Identifier<Course>??
    private let activity: String??

    init(_ body: Fields) {
        also = body.strings("also", count: 1000, length: 0...Limits.requestBody.value)
        tags = body.strings("tags", count: 1000, length: 0...Limits.requestBody.value)
        language = body.optionalString("language", 1...35)
        ownerID = body.isNull("owner_id") ? .some(nil) : body.optionalIdentifier("owner_id")
        verifyBy = body.optionalDate("verify_by")
        courseID = body.isNull("course_id") ? .some(nil) : body.optionalIdentifier("course_id")
        activity = body.isNull("activity") ? .some(nil) : body.optionalString("activity", 1...Limits.name.value)
    }

    func apply(to fields: inout AnswerFields) {
        if let also { fields.also = also }
        if let tags { fields.tags = tags }
        if let language { fields.language = language }
        if let ownerID { fields.ownerID = ownerID }
        if let verifyBy { fields.verifyBy = verifyBy }
        if let courseID { fields.courseID = courseID }
        if let activity { fields.activity = activity }
    }
}
