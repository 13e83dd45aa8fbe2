import Synchronization

/// A search index in memory: entries in, ranked hits out.
///
/// Any number of threads may search while another changes it: a search works on the state that was current when it began.
public final class AnswerIndex: Sendable {
    private let entries = Mutex<[EntryNumber: AnalyzedEntry]>([:])

    /// An empty index.
    public init() {}

    /// How many entries there are, seen by anybody or not.
    public var count: Int { entries.withLock { $0.count } }

    /// Makes the changes, in order, and visible all at once; a search that begins afterwards finds them.
    public func apply(_ changes: [IndexChange]) {
        let analyzed = changes.map { change -> (EntryNumber, AnalyzedEntry?) in
            switch change {
            case .put(let entry): (entry.number, AnalyzedEntry(entry))
            case .remove(let number): (number, nil)
            }
        }
        entries.withLock { entries in
            for (number, entry) in analyzed { entries[number] = entry }
        }
    }

    /// The entries that fit best, of those that the asker may see.
    public func search(_ query: SearchQuery) -> SearchResults {
        let now = entries.withLock { $0 }
        let visible = now.values.filter { $0.isVisible(to: query.sight) && query.kinds.contains($0.kind) }
        let list = Tokenizer.tokens(of: query.text, limit: IndexLimits.queryScalars)
        let words = list.tokens.prefix(IndexLimits.queryWords).map { Array(list.word($0)) }
        let scorer = PlainScorer(words: words, entries: visible, place: query.place)
        let scored = visible.map { ($0, scorer.shares(of: $0)) }.filter { !$0.1.isEmpty }
            .map { (entry: $0.0, shares: $0.1, score: $0.1.reduce(0) { $0 + $1.amount }) }
            .sorted { ($1.score, $0.entry.number) < ($0.score, $1.entry.number) }
        let limit = min(max(query.limit, 1), IndexLimits.hits)
        let hits = scored.prefix(limit).enumerated().map { rank, found in
            Hit(
                number: found.entry.number, kind: found.entry.kind, rank: rank + 1, score: found.score,
                isWeak: found.score < 0.5, why: scorer.why(found.entry, found.shares))
        }
        return SearchResults(
            hits: hits, hasMore: scored.count > limit, matchCount: scored.count, repairs: [],
            wordsLeftOut: max(0, list.tokens.count - IndexLimits.queryWords),
            highlighter: Highlighter(stemmed: Set(words.map(EnglishStemmer.stem)), plain: Set(words)))
    }
}
