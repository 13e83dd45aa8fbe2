import Campus
import HTTPTypes
import Learning

/// What answers were, and putting them back.
enum AnswerRevisions {
    private static let list = "answer-revisions"

    static let show = Operation(
        summary: "List what an answer was and is, newest first.", who: "trainers", items: Operation.Item.page,
        replies: [(200, .json(.listing(Row.schema)))]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let limit = try call.limit()
        let keys = try call.cursor(list: list, count: 1)
        let after = keys.flatMap { Int($0[0]) }
        guard (keys == nil) == (after == nil) else { throw Cursor.refusal }
        let views = try await call.campus.revisions(of: id, page: Page(after: after, limit: limit + 1), call.access)
        return try .json(
            Listing(views, limit: limit, list: list, row: Row.init) { ["\($0.revision.number)"] })
    }

    static let restore = Operation(
        summary: "Make an answer what it was, as a new revision; its owner and the day to look again stay.",
        who: "trainers", items: [.ifMatch], body: .json(.object(["revision": .integer(1...1_000_000_000)])),
        replies: [(201, .json(AnswerBody.schema))]
    ) { call in
        let id = try call.identifier(of: Answer.self, what: "answer")
        let body = try await call.fields()
        let number = body.integer("revision", 1...1_000_000_000)
        try body.check()
        let answer = try await call.campus.restoreAnswer(id, to: number, revision: try call.ifMatch(), call.access)
        return try .created(
            AnswerBody(answer, on: call.campus.today), at: "/v1/answers/\(answer.id)", etag: answer.revision)
    }

    private struct Row: Encodable {
        struct Maker: Encodable {
            let id: Identifier<Person>
            let name: String
        }

        let revision: Int
        let madeAt: Timestamp
        @Nullable var madeBy: Maker?
        let changed: [String]
        let state: String
        let question: String
        let also: [String]
        let tags: [String]
        let text: String
        let language: String

        init(_ view: AnswerRevisionView) {
            let made = view.revision
            revision = made.number
            madeAt = Timestamp(made.madeAt)
            madeBy = view.madeBy.map { Maker(id: $0.id, name: $0.name) }
            changed = view.changed
            state = made.state.rawValue
            question = made.fields.question
            also = made.fields.also
            tags = made.fields.tags
            text = made.fields.text
            language = made.fields.language
        }

        static let schema = Schema.object([
            "revision": .integer.described("1 is how it was published; the first in the list is how it is."),
            "made_at": .time, "made_by": .object(["id": .id("per"), "name": .string]).nullable,
            "changed": .array(.string).described("The fields that it changed."), "state": .words(Answer.State.self),
            "question": .string, "also": .array(.string), "tags": .array(.string),
            "text": .string.described("Markdown."), "language": .string,
        ])
    }
}
