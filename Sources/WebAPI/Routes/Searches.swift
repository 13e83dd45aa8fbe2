import Campus
import HTTPTypes
import Learning

/// One box for answers and lessons, and what came of a search.
enum Searches {
    static let search = Operation(
        summary: "Find answers and lessons by words, best first.",
        who: "everybody, among what they may see",
        items: [
            .query("q", .string(1...Limits.searchWords.value), "The words, as one would say them.", required: true),
            .query(
                "course", .id("crs"), "The course that the searcher is at work on; else the one they last worked on."),
            .query("activity", .string, "The activity, by its key in the course."),
            .query("limit", .integer(1...100), "Hits; 10 unless said otherwise."),
            .query("typing", .boolean, "Whether the words are still being typed: the search is not kept, without id."),
        ],
        replies: [(200, .json(SearchBody.schema))]
    ) { call in
        guard let words = try call.text("q", upTo: Limits.searchWords.value), !words.trimmed.isEmpty else {
            throw Refusal.invalid("q", "required", "Say in q what you look for.")
        }
        let request = SearchRequest(
            words, courseID: try call.queryIdentifier("course"),
            activity: try call.text("activity", upTo: Limits.name.value),
            limit: try call.queryInteger("limit", 1...100) ?? 10,
            isTyping: try call.queryFlag("typing"))
        return try .json(SearchBody(try await call.campus.search(request, call.access)))
    }

    private enum Said: String, CaseIterable {
        case helped
        case notHelped = "not-helped"
    }

    static let outcome = Operation(
        summary: "Say what a search came to.", who: "whoever searched",
        body: .json(.object(["outcome": .words(Said.self), "answer_id?": .id("ans").nullable])),
        replies: [(204, nil)]
    ) { call in
        let search = try call.identifier(of: Search.self, what: "search")
        let body = try await call.fields()
        let said = body.choice("outcome", standIn: Said.helped)
        let answer = body.optionalIdentifier("answer_id", Answer.self)
        try body.check()
        try await call.campus.recordOutcome(
            said == .helped ? .helped : .notHelped, of: search, helpedBy: answer, call.access)
        return .noContent
    }

    static let list = Operation(
        summary: "List the caller's own searches, newest first.", who: "everybody, their own",
        items: Operation.Item.page, replies: [(200, .json(.listing(SearchRow.schema)))]
    ) { call in
        let page = try call.page(of: "searches", Search.self)
        let searches = try await call.campus.searches(page: page.andOneMore, call.access)
        return try .json(
            Listing(searches, limit: page.limit, list: "searches", row: SearchRow.init) { [$0.id.text] })
    }
}

/// A search of the past as its searcher sees it.
private struct SearchRow: Encodable {
    let id: Identifier<Search>
    let words: String
    @Nullable var courseId: Identifier<Course>?
    @Nullable var activity: String?
    let found: Int
    let weak: Bool
    @Nullable var outcome: String?
    @Nullable var helpedBy: String?
    let createdAt: Timestamp

    init(_ search: Search) {
        id = search.id
        words = search.words
        courseId = search.courseID
        activity = search.activity
        found = search.found
        weak = search.isWeak
        outcome = search.outcome?.rawValue
        helpedBy = search.helpedBy
        createdAt = Timestamp(search.createdAt)
    }

    static let schema = Schema.object([
        "id": .id("sea"), "words": .string, "course_id": .id("crs").nullable, "activity": .string.nullable,
        "found": .integer, "weak": .boolean, "outcome": Schema.words(Search.Outcome.self).nullable,
        "helped_by": Schema.string.nullable, "created_at": .time,
    ])
}
