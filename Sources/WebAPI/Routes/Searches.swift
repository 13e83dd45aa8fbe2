import Campus
import HTTPTypes
import Learning

/// One box for answers, lessons and stories, and what came of a search.
enum Searches {
    static let search = Operation(
        summary: "Find answers, lessons and stories by words, best first.",
        who: "everybody, among what they may see",
        items: [
            .query(
                "q", .string(1...Limits.searchWords.value),
                "The words, as one would say them. \"word for word\", -without, tag:word, course:word and begin* narrow it.",
                required: true),
            .query(
                "course", .id("crs"), "The course that the searcher is at work on; else the one they last worked on."),
            .query("activity", .string, "The activity, by its key in the course."),
            .query("limit", .integer(1...Limits.searchHits.value), "Hits; 10 unless said otherwise."),
            .query(
                "offset", .integer(0...Limits.searchDepth.value - 1),
                """
                So many of the best hits are passed over, to read on. With the limit it goes to \(Limits.searchDepth.value); \
                further down is refused as too-deep. A search that is read on is not kept anew, and has no id.
                """),
            .query("kind", .words(SearchHit.Kind.self), "Only what is of this kind."),
            .query(
                "facets", .integer(1...Limits.searchFacets.value),
                "By how many of the most frequent courses and tags to count all hits; they are not counted unless asked for."
            ),
            .query(
                "typing", .boolean,
                "Whether the words are still being typed: the last may be half a word, and the search is not kept, without id."
            ),
        ],
        replies: [(200, .json(SearchBody.schema))]
    ) { call in
        guard let words = try call.text("q", upTo: Limits.searchWords.value), !words.trimmed.isEmpty else {
            throw Refusal.invalid("q", "required", "Say in q what you look for.")
        }
        let request = SearchRequest(
            words, courseID: try call.queryIdentifier("course"),
            activity: try call.text("activity", upTo: Limits.name.value),
            limit: try call.queryInteger("limit", 1...Limits.searchHits.value) ?? 10,
            // How far down is too far is for the search to say.
            offset: try call.queryInteger("offset", 0...1_000_000_000, told: 0...Limits.searchDepth.value - 1) ?? 0,
            facets: try call.queryInteger("facets", 1...Limits.searchFacets.value),
            kind: try call.queryChoice("kind", SearchHit.Kind.self), isTyping: try call.queryFlag("typing"))
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
