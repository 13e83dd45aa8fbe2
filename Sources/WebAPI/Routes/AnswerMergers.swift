import Campus
import HTTPTypes
import Learning

/// Making two answers one.
enum AnswerMergers {
    static let suggestions = Operation(
        summary: "List published answers that ask nearly the same as one, the likeliest first: five at most.",
        who: "trainers",
        replies: [(200, .json(.object(["data": .array(AnswerBody.schema, max: 5)])))]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let found = try await call.campus.likelyDuplicates(of: id, call.access)
        return try .json(List(data: found.map { AnswerBody($0, on: call.campus.today) }))
    }

    static let preview = Operation(
        summary: "Look at what would become of two answers, before they are merged.", who: "trainers",
        items: [
            .query("with", .id("ans"), "The answer that this one would take over.", required: true),
            .query("tags", .boolean, "Whether this one would get the tags of the other."),
        ],
        replies: [(200, .json(Preview.schema))], refusals: [409]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        guard let other = try call.queryIdentifier("with", of: Answer.self) else {
            throw Refusal.invalid("with", "required", "Say in with which answer this one would take over.")
        }
        let view = try await call.campus.merger(
            of: id, with: other, takesTags: try call.queryFlag("tags"), call.access)
        return try .json(Preview(view, on: call.campus.today), etag: view.merger.kept.revision)
    }

    static let create = Operation(
        summary:
            "Merge another answer into this one: it is found by what the other was asked by, and keeps its own text; the "
            + "other is retired, and its address leads here.",
        who: "trainers", items: [.ifMatch],
        body: .json(
            .object([
                "answer_id": .id("ans").described("The answer that this one takes over."),
                "revision": .integer(1...1_000_000_000).described("That of the other, as it was read."),
                "tags?": .boolean.nullable.described("Whether this one gets the tags of the other; true unless said."),
            ])),
        replies: [(201, .json(AnswerBody.schema))], refusals: [409]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let body = try await call.fields()
        let other = body.identifier("answer_id", Answer.self)
        let revision = body.integer("revision", 1...1_000_000_000)
        let takesTags = body.optionalBool("tags") ?? true
        try body.check()
        let answer = try await call.campus.merge(
            other, into: id, revisions: (kept: try call.ifMatch(), other: revision), takesTags: takesTags, call.access)
        return try .created(
            AnswerBody(answer, on: call.campus.today), at: "/v1/answers/\(answer.id)", etag: answer.revision)
    }

    private struct List: Encodable {
        let data: [AnswerBody]
    }

    private struct Preview: Encodable {
        let kept: AnswerBody
        let other: AnswerBody
        let also: [String]
        let tags: [String]
        let wider: Bool
        let searches: Int
        let phrasings: Int
        let questions: Int
        let proposals: Int

        init(_ view: AnswerMergerView, on day: CivilDate) {
            kept = AnswerBody(view.merger.kept, on: day)
            other = AnswerBody(view.merger.other, on: day)
            also = view.merger.newPhrasings
            tags = view.merger.newTags
            wider = view.merger.isWider
            searches = view.carried.searches
            phrasings = view.carried.learnedPhrasings
            questions = view.carried.questions
            proposals = view.carried.proposals
        }

        static let schema = Schema.object([
            "kept": AnswerBody.schema, "other": AnswerBody.schema,
            "also": .array(.string).described("Ways of asking that this one would get."),
            "tags": .array(.string).described("Tags that it would get."),
            "wider": .boolean.described(
                "Whether people who may not see the other's course would find this one by the other's words."),
            "searches": .integer.described("Searches whose outcome names the other, and would name this one."),
            "phrasings": .integer.described("Learned ways of asking that would go along."),
            "questions": .integer.described("Questions that the other answers."),
            "proposals": .integer.described("Proposed answers that became the other."),
        ])
    }
}
