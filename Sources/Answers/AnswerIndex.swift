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

    /// How many entries a search looks at together.
    private let window: Int

    /// An empty index.
    public convenience init() { self.init(window: SegmentScan.window) }

    init(window: Int) { self.window = window }

    /// How many entries there are, seen by anybody or not.
    public var count: Int { snapshot.count }

    /// The index at this moment.
    var snapshot: Snapshot { current.withLock { $0 } }

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
            var next = snapshot
            next.remove(numbers)
            next.segments += added
            current.withLock { $0 = next }
        }
        let merged = mergeWhileDue()
        if added.reduce(merged, { $0 + $1.count }) >= FreedMemory.manyEntries { FreedMemory.release() }
    }

    /// Takes out all entries; synonyms stay.
    public func removeAll() { replace([]) }

    /// Takes other entries in the place of all that are there.
    func replace(_ segments: [LiveSegment]) {
        changing.withLock { _ in current.withLock { $0.segments = segments } }
    }

    /// Takes other synonyms; a search that begins after it returns uses them.
    public func use(_ thesaurus: Thesaurus) {
        changing.withLock { _ in current.withLock { $0.thesaurus = thesaurus } }
    }

    private static func segments(of entries: [IndexEntry]) -> [LiveSegment] {
        stride(from: 0, to: entries.count, by: batch).map { start in
            var builder = SegmentBuilder()
            for entry in entries[start..<min(start + batch, entries.count)] { builder.add(entry) }
            return LiveSegment(builder.build())
        }
    }

    /// Merges until nothing is due, unless another thread does so already. Changes go on meanwhile.
    /// - Returns: how many entries were merged.
    private func mergeWhileDue() -> Int {
        merging.withLockIfAvailable { _ in
            var count = 0
            while true {
                let snapshot = snapshot
                guard let due = snapshot.dueForMerge else { return count }
                let sources = Array(snapshot.segments[due])
                let merged = SegmentMerger.merge(sources)
                count += merged.entries.count
                changing.withLock { _ in
                    var next = self.snapshot
                    next.replace(sources, with: merged)
                    current.withLock { $0 = next }
                }
            }
        } ?? 0
    }

    /// The entries that fit best, of those that the asker may see. A query without words finds nothing.
    ///
    /// - Parameter meaning: says what the query's sentence means with its spelling repaired; asked only where ``SearchQuery/meaning``
    ///   says what it means as typed, and where something was repaired.
    public func search(_ query: SearchQuery, repaired meaning: (String) -> MeaningVector? = { _ in nil })
        -> SearchResults
    {
        let syntax = QuerySyntax(query.text)
        let index = VisibleIndex(snapshot, sight: query.sight)
        let plan = QueryPlan(query, syntax, in: index)
        let ranking = Ranking(query, plan, readings(of: query, syntax, plan, meaning), in: index)
        // Of what has all words of a quote, only some have them side by side.
        let most = query.takesPhrasesAsWords || !syntax.hasPhrases ? IndexLimits.hits : IndexLimits.phraseHits
        let limit = min(max(query.limit, 1), most)
        // One more than asked for tells whether there are more.
        var tally = query.facets.map { _ in FacetTally() }
        let best = ranking.best(limit + 1, boards, window: window, counting: &tally)
        let likelihood = Likelihood(best.lazy.map(\.score), isTold: plan.isTold || syntax.hasShortForm)
        return SearchResults(
            hits: best.prefix(limit).enumerated().map { offset, candidate in
                ranking.hit(candidate, rank: offset + 1, isWeak: likelihood.isWeak(candidate.score))
            },
            hasMore: best.count > limit, repairs: plan.words.compactMap(\.repair), isCut: plan.isCut,
            completions: plan.words.flatMap(\.completions),
            facets: tally?.facets(most: min(max(query.facets ?? 0, 0), IndexLimits.facets)),
            phrases: PhraseCheck(syntax), highlighter: plan.highlighter)
    }

    /// What some entries have in common, whoever may see them: for hits that the caller has held to what the index does not know.
    /// - Parameter most: how many tags are told, held to 0…``IndexLimits/facets``.
    public func facets(of numbers: [EntryNumber], most: Int) -> Facets {
        var tally = FacetTally()
        for live in snapshot.segments {
            let entries = live.segment.entries
            tally.begin(entries)
            for slot in numbers.compactMap({ live.slot(of: $0.value) }) { tally.count(slot, in: entries) }
            tally.end(entries)
        }
        return tally.facets(most: min(max(most, 0), IndexLimits.facets))
    }

    /// What a query means, in each way in which it is read.
    private func readings(
        of query: SearchQuery, _ syntax: QuerySyntax, _ plan: QueryPlan, _ meaning: (String) -> MeaningVector?
    ) -> [MeaningVector] {
        guard let typed = query.meaning, let sentence = syntax.sentence else { return [] }
        let repaired = Repair.applied(plan.words.compactMap(\.repair), to: sentence)
        return [typed, repaired.flatMap(meaning)].compactMap { $0 }
    }
}
