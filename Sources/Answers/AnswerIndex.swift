import Synchronization

/// A search index in memory: entries in, ranked hits out.
///
/// Any number of threads may search while others change it. A search works on the state that was current when it began and
/// waits for nobody; changes come to be seen all at once. The index is made of segments that never change: new entries make
/// a small one, removed ones are struck out, and small or holed segments are merged after the change is visible.
public final class AnswerIndex: Sendable {
    /// The most entries that are turned into one segment at a time, to bound what building takes.
    private static let batch = 20_000

    private let current = Mutex(Snapshot())
    /// Held by whoever changes ``current``, for the time between reading and replacing it.
    private let changing = Mutex<Void>(())
    /// Held by whoever merges.
    private let merging = Mutex<Void>(())
    private let boards = ScoreBoardPool()

    /// An empty index.
    public init() {}

    /// How many entries there are, seen by anybody or not.
    public var count: Int { current.withLock { $0 }.count }

    /// Makes the changes, in order, and visible all at once; a search that begins after it returns finds them.
    ///
    /// Now and then it also merges segments before it returns, which takes about a second for a hundred thousand entries;
    /// neither searches nor other changes wait for that.
    public func apply(_ changes: [IndexChange]) {
        guard !changes.isEmpty else { return }
        var latest: [UInt32: IndexChange] = [:]
        for change in changes { latest[change.number] = change }
        let numbers = latest.keys.sorted()
        let added = Self.segments(
            of: numbers.compactMap { number in
                if case .put(let entry) = latest[number] { entry } else { nil }
            })
        changing.withLock { _ in
            var next = current.withLock { $0 }
            next.remove(numbers)
            next.segments += added
            current.withLock { $0 = next }
        }
        mergeWhileDue()
    }

    private static func segments(of entries: [IndexEntry]) -> [LiveSegment] {
        stride(from: 0, to: entries.count, by: batch).map { start in
            var builder = SegmentBuilder()
            for entry in entries[start..<min(start + batch, entries.count)] { builder.add(entry) }
            return LiveSegment(builder.build())
        }
    }

    /// Merges until nothing is due, unless another thread does so already. Changes go on meanwhile.
    private func mergeWhileDue() {
        _ = merging.withLockIfAvailable { _ in
            while true {
                let snapshot = current.withLock { $0 }
                guard let due = snapshot.dueForMerge else { return }
                let sources = Array(snapshot.segments[due])
                let merged = SegmentMerger.merge(sources)
                changing.withLock { _ in
                    var next = current.withLock { $0 }
                    next.replace(sources, with: merged)
                    current.withLock { $0 = next }
                }
            }
        }
    }

    /// The entries that fit best, of those that the asker may see. A query without words finds nothing.
    public func search(_ query: SearchQuery) -> SearchResults {
        let index = VisibleIndex(current.withLock { $0 }, sight: query.sight)
        let plan = QueryPlan(query, in: index)
        let ranking = Ranking(query, plan, in: index)
        let limit = min(max(query.limit, 1), IndexLimits.hits)
        // One more than asked for tells whether there are more.
        let best = ranking.best(limit + 1, boards)
        return SearchResults(
            hits: best.prefix(limit).enumerated().map { ranking.hit($0.element, rank: $0.offset + 1) },
            hasMore: best.count > limit, repairs: plan.words.compactMap(\.repair), isCut: plan.isCut,
            highlighter: plan.highlighter)
    }
}
