@testable import Answers

/// Everything that a search tells, to compare two searches by.
struct Told: Equatable {
    let hits: [Hit]
    let hasMore: Bool
    let repairs: [Repair]
    let isCut: Bool
    let isWeak: Bool
    let completions: [String]
    let facets: Facets?
    let marks: [Range<Int>]

    init(_ results: SearchResults) {
        hits = results.hits
        hasMore = results.hasMore
        repairs = results.repairs
        isCut = results.isCut
        isWeak = results.isWeak
        completions = results.completions
        facets = results.facets
        marks = results.highlighter.ranges(in: Told.text, language: "en")
    }

    /// A text with every word that the random entries use.
    private static let text = """
        price pricing budget budgets manager committee stalled deal deals quote quoted renewal discount demo proposal \
        decide decision follow following objection competitor timeline pipeline quarter forecast account commit coach \
        coaching practice practise the a to how do what when they who why
        """
}

extension AnswerIndex {
    /// An index of these entries, put in at once.
    /// - Parameter window: how many of them a search looks at together.
    convenience init(_ entries: some Sequence<IndexEntry>, window: Int = SegmentScan.window) {
        self.init(window: window)
        apply(entries.map { .put($0) })
    }

    /// The numbers of what a query finds, best first, for somebody who may see everything.
    func found(_ query: String, sight: Sight = .everything) -> [UInt32] {
        search(SearchQuery(query, sight: sight)).hits.map(\.number.value)
    }
}
