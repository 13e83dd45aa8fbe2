import Campus
import Learning

/// What a search found, as JSON.
struct SearchBody: Encodable {
    @Nullable var searchId: Identifier<Search>?
    let words: String
    let hits: [HitBody]
    let weak: Bool
    @Nullable var suggestion: String?
    let completions: [String]
    let loosened: Bool
    @Nullable var facets: FacetsBody?
    let hasMore: Bool

    init(_ reply: SearchReply) {
        searchId = reply.id
        words = reply.words
        hits = reply.hits.map(HitBody.init)
        weak = reply.isWeak
        suggestion = reply.suggestion
        completions = reply.completions
        loosened = reply.isLoosened
        facets = reply.facets.map(FacetsBody.init)
        hasMore = reply.hasMore
    }

    static let schema = Schema.object([
        "search_id": Schema.id("sea").nullable.described("For the outcome, and for asking."), "words": .string,
        "hits": .array(HitBody.schema, max: 100),
        "weak": Schema.boolean.described("Nothing found is a likely answer: offer to ask a person."),
        "suggestion": Schema.string.nullable.described("The words as they were read, where spelling was repaired."),
        "completions": Schema.array(.string, max: 5).described(
            "While typing: words that the last one may become, most frequent first."),
        "loosened": Schema.boolean.described(
            "Nothing has the quoted words side by side: these have them somewhere, or some of them."),
        "facets": FacetsBody.schema.nullable.described(
            "What all hits have in common, shown or not; null unless asked for."),
        "has_more": .boolean,
    ])
}

/// One hit. An answer is opened by `id`, a lesson by `course_id` and `activity`, a story by the id in `story`.
struct HitBody: Encodable {
    struct Reason: Encodable {
        let signal: String
        let share: Double
        let words: [String]
    }

    struct Story: Encodable {
        let id: Identifier<Learning.Story>
        let initiativeId: Identifier<Initiative>
        let initiativeTitle: String
        let authorName: String
        let aboutName: String

        init(_ summary: StorySummary) {
            id = summary.story.id
            initiativeId = summary.story.initiativeID
            initiativeTitle = summary.initiativeTitle
            authorName = summary.authorName
            aboutName = summary.aboutName
        }

        static let schema = Schema.object([
            "id": .id(Learning.Story.idPrefix), "initiative_id": .id(Initiative.idPrefix), "initiative_title": .string,
            "author_name": .string, "about_name": .string,
        ])
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
    @Nullable var story: Story?
    let tags: [String]
    let language: String
    @Nullable var verified: Bool?
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
        story = hit.story.map(Story.init)
        tags = hit.tags
        language = hit.language
        verified = hit.isVerified
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
        "id": Schema.id("ans").nullable.described("Null but for an answer."),
        "title": Schema.string.described("An answer's question, a lesson's title, the first words of a story."),
        "text": Schema.string.described("Plain; cut at 400 characters."),
        "html": Schema.string.nullable.described("The whole text of an answer or a story."),
        "course_id": Schema.id("crs").nullable, "activity": Schema.string.nullable,
        "course_title": Schema.string.nullable,
        "story": Story.schema.nullable.described("Whose story it is; null but for a story."), "tags": .array(.string),
        "language": .string,
        "verified": Schema.boolean.nullable.described(
            "Whether somebody says that the answer holds, and the day to look again is not over; null but for an answer."
        ),
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
