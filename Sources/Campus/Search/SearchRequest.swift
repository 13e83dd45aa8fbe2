public import Learning

/// What somebody looks for.
public struct SearchRequest: Hashable, Sendable {
    public var words: String
    /// Where they are at work; nil: where they last did something.
    public var courseID: Identifier<Course>?
    public var activity: String?
    /// 1…100.
    public var limit: Int
    /// So many of the best hits are passed over; with ``limit`` at most ``Limits/searchDepth``.
    public var offset: Int
    /// How far down the hits go that are asked for.
    var depth: Int { offset + limit }
    /// By how many of the most frequent courses and tags all hits are counted, 1…``Limits/searchFacets``; nil: they are not.
    public var facets: Int?
    /// Only what is of this kind.
    public var kind: SearchHit.Kind?
    /// Whether the words are still being typed: then it is not kept as a search, so that half words are no record of
    /// what people look for.
    public var isTyping: Bool

    public init(
        _ words: String, courseID: Identifier<Course>? = nil, activity: String? = nil, limit: Int = 10,
        offset: Int = 0, facets: Int? = nil, kind: SearchHit.Kind? = nil, isTyping: Bool = false
    ) {
        self.words = words
        self.courseID = courseID
        self.activity = activity
        self.limit = limit
        self.offset = offset
        self.facets = facets
        self.kind = kind
        self.isTyping = isTyping
    }

    /// Nobody reads hundreds of hits: a few more words lead to the right one sooner.
    func checkDepth() throws(Refusal) {
        guard offset > Limits.searchDepth.value - limit else { return }
        throw .invalid(
            "offset", "too-deep",
            """
            A search shows its best \(Limits.searchDepth.value) hits: with a limit of \(limit) the offset goes to \
            \(Limits.searchDepth.value - limit), and \(offset) came. Narrow it with a few more words, tag:, course: or a kind.
            """)
    }
}
