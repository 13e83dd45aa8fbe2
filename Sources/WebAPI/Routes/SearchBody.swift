import Campus
import Learning

/// What a search found, as JSON.
struct SearchBody: Encodable {
    @Nullable var searchId: Identifier<Search>?
    let words: String
    let hits: [HitBody]
    let weak: Bool
    @Nullable var suggestion: String?
    let hasMore: Bool

    init(_ reply: SearchReply) {
        searchId = reply.id
        words = reply.words
        hits = reply.hits.map(HitBody.init)
        weak = reply.isWeak
        suggestion = reply.suggestion
        hasMore = reply.hasMore
    }

    static let schema = Schema.object([
        "search_id": Schema.id("sea").nullable.described("For the outcome, and for asking."), "words": .string,
        "hits": .array(HitBody.schema, max: 100),
        "weak": Schema.boolean.described("Nothing found is a likely answer: offer to ask a person."),
        "suggestion": Schema.string.nullable.described("The words as they were read, where spelling was repaired."),
        "has_more": .boolean,
    ])
}

/// One hit. An answer is opened by `id`, a lesson by `course_id` and `activity`.
struct HitBody: Encodable {
    struct Reason: Encodable {
        let signal: String
        let share: Double
        let words: [String]
    }

    struct Highlight: Encodable {
        let field: String
        let ranges: [[Int]]
    }

    let rank: Int
    let kind: String
    @Nullable var id: Identifier<Answer>?
    let title: String
    let text: String
    @Nullable var html: String?
    @Nullable var courseId: Identifier<Course>?
    @Nullable var activity: String?
    @Nullable var courseTitle: String?
    let tags: [String]
    let language: String
    let score: Double
    let weak: Bool
    let why: [Reason]
    let missing: [String]
    let highlights: [Highlight]

    init(_ hit: SearchHit) {
        rank = hit.rank
        kind = hit.kind.rawValue
        id = hit.answerID
        title = hit.title
        text = hit.text
        html = hit.html
        courseId = hit.courseID
        activity = hit.activity
        courseTitle = hit.courseTitle
        tags = hit.tags
        language = hit.language
        score = hit.score
        weak = hit.isWeak
        why = hit.why.map { Reason(signal: $0.signal, share: $0.share, words: $0.words) }
        missing = hit.missing
        highlights = hit.highlights.map { highlight in
            Highlight(field: highlight.field, ranges: highlight.ranges.map { [$0.lowerBound, $0.upperBound] })
        }
    }

    static let schema = Schema.object([
        "rank": .integer, "kind": .words(SearchHit.Kind.self),
        "id": Schema.id("ans").nullable.described("Null for a lesson, which course_id and activity name."),
        "title": Schema.string.described("An answer's question, a lesson's title."),
        "text": Schema.string.described("Plain; cut at 400 characters."),
        "html": Schema.string.nullable.described("The whole text of an answer."),
        "course_id": Schema.id("crs").nullable, "activity": Schema.string.nullable,
        "course_title": Schema.string.nullable, "tags": .array(.string), "language": .string,
        "score": Schema.number.described("About 1 says what was asked."), "weak": .boolean,
        "why": .array(
            .object([
                "signal": .string, "share": Schema.number.described("Of the score; all together make 1."),
                "words": .array(.string),
            ])),
        "missing": Schema.array(.string).described("Words of the search that it has not."),
        "highlights": .array(
            .object([
                "field": Schema.string.described("title, text, or tags/0 for the first tag."),
                "ranges": Schema.array(.array(.integer, max: 2)).described(
                    "From and to (exclusive), counted in Unicode code points."),
            ])),
    ])
}
