import Answers
import Testing

/// Hits counted by what they have in common, beyond those that are shown.
@Suite struct FacetTests {
    private let index = AnswerIndex([
        IndexEntry(
            number: 1, question: "Price first?", tags: ["Price", "first call", "PRICE"], place: Place(course: 5)),
        IndexEntry(number: 2, kind: .lesson, question: "Price talk", tags: ["price"], place: Place(course: 6)),
        IndexEntry(number: 3, kind: .story, question: "Price story", tags: ["price", "zephyrus"], scopes: [7]),
        IndexEntry(
            number: 4, question: "Price of drums", tags: ["First Call!"], scopes: [7], place: Place(course: 5)),
        IndexEntry(number: 5, question: "Nothing of it", tags: ["price list"]),
    ])

    private func facets(_ words: String, sight: Sight = .everything, most: Int = 10, limit: Int = 1) -> Facets? {
        index.search(SearchQuery(words, sight: sight, limit: limit, facets: most)).facets
    }

    private func text(_ facets: Facets?) -> String {
        guard let facets else { return "none" }
        let kinds = facets.kinds.map { "\($0.value) \($0.count)" }
        let courses = facets.courses.map { "\($0.value): \($0.count)" }
        let tags = facets.tags.map { "\($0.value) \($0.count)" }
        return "\(facets.total) | \((kinds + courses + tags).joined(separator: ", "))"
    }

    @Test(arguments: [
        (
            "price -list", Sight.everything,
            "4 | answer 2, lesson 1, story 1, 5: 2, 6: 1, price 3, First Call! 2, zephyrus 1"
        ),
        ("price -list", .scopes([]), "2 | answer 1, lesson 1, 5: 1, 6: 1, Price 2, first call 1"),
        ("price tag:zephyrus", .scopes([]), "0 | "),
        ("price tag:zephyrus", .scopes([7]), "1 | story 1, price 1, zephyrus 1"),
        ("price -tag:price", .everything, "1 | answer 1, 5: 1, First Call! 1"),
        ("xqzv", .everything, "0 | "),
    ])
    func `all hits that the asker may see are counted, however few are shown`(
        words: String, sight: Sight, counts: String
    ) {
        #expect(text(facets(words, sight: sight)) == counts)
    }

    @Test func `only as many tags are told as asked for, and none are counted unless asked`() {
        #expect(facets("price", most: 1)?.tags.map(\.value) == ["price"])
        #expect(facets("price", most: 0)?.tags.isEmpty == true)
        #expect(facets("price", most: -3)?.tags.isEmpty == true)
        #expect(index.search(SearchQuery("price", sight: .everything)).facets == nil)
        let many = AnswerIndex(
            (0..<80).map { IndexEntry(number: EntryNumber($0), question: "price", tags: ["t\($0)"]) })
        let search = SearchQuery("price", sight: .everything, facets: 1_000)
        #expect(many.search(search).facets?.tags.count == IndexLimits.facets)
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func `counts are those of all hits, which counting leaves as they are`(seed: UInt64) {
        var made = RandomEntries(seed: seed)
        let entries = (0..<150).map { made.entry($0) }
        let index = AnswerIndex(entries)
        for _ in 0..<20 {
            var query = SearchQuery(made.query(), sight: made.sight(), limit: IndexLimits.hits)
            let all = index.search(query).hits
            query.limit = 3
            let few = index.search(query)
            query.facets = 50
            let counted = index.search(query)
            #expect(counted.hits == few.hits && counted.hasMore == few.hasMore, "seed \(seed), \(query.text)")
            let found = all.map { entries[Int($0.number.value)] }
            let facets = counted.facets
            #expect(facets?.total == found.count, "seed \(seed), \(query.text)")
            for kind in EntryKind.allCases {
                let count = facets?.kinds.first { $0.value == kind }?.count ?? 0
                #expect(count == found.count { $0.kind == kind }, "seed \(seed), \(query.text)")
            }
            for course in 0..<3 as Range<UInt32> {
                let count = facets?.courses.first { $0.value == course }?.count ?? 0
                #expect(count == found.count { $0.place.course == course }, "seed \(seed), \(query.text)")
            }
            let tags = Set(found.flatMap(\.tags))
            #expect(Set(facets?.tags.map(\.value) ?? []) == tags, "seed \(seed), \(query.text)")
            for tag in facets?.tags ?? [] {
                #expect(tag.count == found.count { $0.tags.contains(tag.value) }, "seed \(seed), \(query.text)")
            }
            let again = index.facets(of: all.map(\.number), most: 50)
            #expect(again == facets, "seed \(seed), \(query.text)")
        }
    }
}
