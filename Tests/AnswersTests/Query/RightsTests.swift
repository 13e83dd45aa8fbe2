import Answers
import Testing

/// Whatever an asker may not see leaves no trace in anything that a search tells.
@Suite struct RightsTests {
    @Test(arguments: [11, 12, 13, 14] as [UInt64])
    func `an asker's search tells what an index of the visible entries would tell`(seed: UInt64) {
        var made = RandomEntries(seed: seed)
        let entries = (0..<80).map { made.entry($0) }
        let index = AnswerIndex(entries)
        for _ in 0..<25 {
            let query = SearchQuery(
                Bool.random(using: &made.random) ? made.query() : made.narrowed(), sight: made.sight(),
                limit: Int(made.number(below: 15)) + 1, place: Place(course: made.number(below: 3)),
                courses: Bool.random(using: &made.random) ? nil : [made.number(below: 3)],
                isTyping: Bool.random(using: &made.random),
                facets: Bool.random(using: &made.random) ? nil : Int(made.number(below: 4)))
            let visible = AnswerIndex(entries.filter { $0.isVisible(to: query.sight) })
            #expect(Told(index.search(query)) == Told(visible.search(query)), "seed \(seed), \(query)")
        }
    }

    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "How do we announce a price change?"),
        IndexEntry(number: 2, question: "How do we announce the merger?", tags: ["zephyrus"], scopes: [7]),
        IndexEntry(number: 3, question: "How do we announce a new office?", scopes: [8, 9]),
    ])

    @Test(arguments: [
        (Sight.scopes([]), [1]), (.scopes([7]), [1, 2]), (.scopes([9]), [1, 3]), (.scopes([7, 8]), [1, 2, 3]),
        (.everything, [1, 2, 3]), (.scopes([1, 2, 3]), [1]),
    ])
    func `an entry is found by the members of its groups alone`(sight: Sight, numbers: [UInt32]) {
        #expect(index.found("how do we announce", sight: sight).sorted() == numbers)
    }

    @Test func `hidden entries do not count as further hits`() {
        #expect(!index.search(SearchQuery("announce", sight: .scopes([]), limit: 1)).hasMore)
        #expect(index.search(SearchQuery("announce", sight: .scopes([7]), limit: 1)).hasMore)
        #expect(!index.search(SearchQuery("announce", sight: .scopes([7]), limit: 2)).hasMore)
    }

    @Test func `a word is not repaired to one that only hidden entries have`() {
        #expect(index.search(SearchQuery("zephirus", sight: .scopes([]))).repairs.isEmpty)
        #expect(index.search(SearchQuery("zephirus", sight: .scopes([7]))).repairs.map(\.readAs) == ["zephyrus"])
    }

    @Test func `a hidden word is as good as one that nobody wrote`() {
        let hidden = index.search(SearchQuery("announce zephyrus", sight: .scopes([])))
        let unwritten = index.search(SearchQuery("announce vuthyrop", sight: .scopes([])))
        #expect(hidden.hits.map(\.score) == unwritten.hits.map(\.score))
        #expect(hidden.hits.map(\.why.shares) == unwritten.hits.map(\.why.shares))
        #expect(hidden.highlighter.ranges(in: "announce zephyrus", language: "en") == [0..<8])
    }

    @Test func `a change of groups takes effect at once`() {
        index.apply([.put(IndexEntry(number: 1, question: "How do we announce a price change?", scopes: [5]))])
        #expect(index.found("price change", sight: .scopes([])).isEmpty)
        #expect(index.found("price change", sight: .scopes([5])) == [1])
    }
}
