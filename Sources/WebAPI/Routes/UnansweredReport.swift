import Campus
import HTTPTypes
import Learning

/// What was not found.
enum UnansweredReport {
    private static let list = "unanswered"

    static let show = Operation(
        summary:
            "Report what people searched for or asked and found no help with, like words together, by most people first, "
            + "without names.",
        who: "trainers",
        items: Operation.Item.page + [.query("days", .integer(1...366), "Of so many days; 30 unless said otherwise.")],
        replies: [(200, .json(Body.schema))]
    ) { call in
        let limit = try call.limit()
        let days = try call.queryInteger("days", 1...366) ?? 30
        let page = Page(after: try place(call), limit: limit + 1)
        return try .json(Body(try await call.campus.unanswered(days: days, page: page, call.access), limit: limit))
    }

    private static func place(_ call: Call) throws(Refusal) -> (people: Int, key: String)? {
        guard let keys = try call.cursor(list: list, count: 2) else { return nil }
        guard let people = Int(keys[0]) else {
            throw .invalid("cursor", "bad-cursor", "This cursor is not one of this list: start without it.")
        }
        return (people, keys[1])
    }

    private struct Row: Encodable {
        let words: String
        let alike: [String]
        let people: Int
        let searches: Int
        let questions: Int
        let lastAt: Timestamp
    }

    private struct Body: Encodable {
        let rows: [Row]
        let hasMore: Bool
        @Nullable var next: String?

        init(_ found: [UnansweredWords], limit: Int) {
            let page = Listing(found, limit: limit, list: UnansweredReport.list) { row in
                Row(
                    words: row.words, alike: row.alike, people: row.people, searches: row.searches,
                    questions: row.questions, lastAt: Timestamp(row.lastAt))
            } key: {
                ["\($0.people)", $0.key]
            }
            rows = page.data
            hasMore = page.hasMore
            next = page.next
        }

        static let schema = Schema.object([
            "rows": .array(
                .object([
                    "words": .string,
                    "alike": Schema.array(.string, max: 5).described("Other words that ask alike; the first of them."),
                    "people": .integer.described("How many an answer would help; who they are is not said."),
                    "searches": .integer,
                    "questions": Schema.integer.described("How many asked a person and have no answer yet."),
                    "last_at": .time,
                ])), "has_more": .boolean, "next": .string.nullable,
        ])
    }
}
