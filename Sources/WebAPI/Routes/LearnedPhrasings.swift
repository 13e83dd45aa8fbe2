import Campus
import HTTPTypes
import Learning

/// Ways of asking for an answer that were learned from searches.
enum LearnedPhrasings {
    private struct Row: Encodable {
        let id: Identifier<LearnedPhrasing>
        let words: String
        let people: Int
        let learnedAt: Timestamp

        init(_ phrasing: LearnedPhrasing) {
            id = phrasing.id
            words = phrasing.words
            people = phrasing.people
            learnedAt = Timestamp(phrasing.learnedAt)
        }

        static let schema = Schema.object([
            "id": .id(LearnedPhrasing.idPrefix),
            "words": Schema.string.described("Words that at least two people typed whom the answer helped."),
            "people": Schema.integer.described("How many asked so; who they are is not said."),
            "learned_at": .time,
        ])
    }

    static let list = Operation(
        summary: "List the ways of asking for an answer that were learned from searches, oldest first, without names.",
        who: "trainers", items: Operation.Item.page, replies: [(200, .json(.listing(Row.schema)))]
    ) { call in
        let answer = try call.identifier(of: Answer.self, what: "answer")
        let page = try call.page(of: "phrasings", LearnedPhrasing.self)
        let found = try await call.campus.learnedPhrasings(of: answer, page: page.andOneMore, call.access)
        return try .json(Listing(found, limit: page.limit, list: "phrasings", row: Row.init) { [$0.id.text] })
    }

    static let delete = Operation(
        summary: "Revoke a learned way of asking: neither it nor what asks nearly the same is learned again.",
        who: "trainers", replies: [(204, nil)]
    ) { call in
        try await call.campus.revokePhrasing(
            try call.identifier("phrasing", what: "phrasing"), of: try call.identifier(of: Answer.self, what: "answer"),
            call.access)
        return .noContent
    }
}
