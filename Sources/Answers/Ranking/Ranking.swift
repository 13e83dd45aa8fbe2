/// Scores what an asker may see and keeps the best.
struct Ranking {
    /// The signals that read postings.
    static let signals: [any RankingSignal.Type] = [
        PhrasingSignal.self, WordsSignal.self, TagsSignal.self, LettersSignal.self, PlainLettersSignal.self,
    ]

    /// How many entries are looked at, or passed over, together.
    private static let block = 32

    /// Up to how many windows of a segment are gone through before it would be known what may be left out.
    private static let fewWindows = 3
    /// Up to how many hits it is worth to look first how high the best are likely to score.
    private static let fewHits = 40

    private let index: VisibleIndex
    private let plan: QueryPlan
    private let query: SearchQuery
    let signals: [any RankingSignal]
    private let initials: InitialsSignal
    private let meaning: MeaningSignal
    private let place: PlaceSignal
    /// By segment.
    private let demands: [DemandCheck]

    /// - Parameter readings: what the query means, in each way in which it is read.
    init(_ query: SearchQuery, _ plan: QueryPlan, _ readings: [MeaningVector], in index: VisibleIndex) {
        self.index = index
        self.plan = plan
        self.query = query
        let context = RankingContext(
            totals: index.totals,
            words: SoughtTerms(plan.words, in: index),
            letters: SoughtTerms(letters: plan.words, in: index, total: index.totals.entries) { $0.letterCounts },
            plainLetters: SoughtTerms(
                letters: index.totals.plainEntries > 0 ? plan.words : [], in: index, total: index.totals.plainEntries
            ) { $0.plainLetterCounts })
        signals = Self.signals.map { $0.init(context) }
        initials = InitialsSignal(plan.words, mass: context.words.mass)
        meaning = MeaningSignal(readings: readings)
        place = PlaceSignal(query.place)
        demands = index.segments.map { DemandCheck(plan.demands, in: $0.segment) }
    }

    /// The best entries, best first.
    /// - Parameters:
    ///   - window: how many entries are looked at together.
    ///   - tally: counts all hits, the best and the rest; nil: no others are looked at than may be among the best.
    func best(
        _ limit: Int, _ boards: ScoreBoardPool, window: Int, counting tally: inout FacetTally?
    ) -> [Candidate] {
        var top = TopHits(limit: limit)
        // Counting and meaning look at every entry, and what initials give is in no list.
        let mayPrune = tally == nil && meaning.readings.isEmpty && initials.isEmpty
        var expected: Float = 0
        boards.withBoard { board in
            for segment in index.segments.indices {
                let entries = index.segments[segment].segment.entries
                tally?.begin(entries)
                var scan = SegmentScan(index.segments[segment].segment, number: segment, signals: signals)
                let bounds = mayPrune && entries.count > Self.fewWindows * window ? ScoreBounds(scan) : nil
                if bounds != nil { expected = max(expected, expectedScore(limit, scan, segment)) }
                while scan.next(window) {
                    let least = max(threshold(top), expected)
                    if let bounds, least > Weights.floor, let pruned = PrunedWindow(scan, bounds, toReach: least),
                        let found = pruned.found(&board)
                    {
                        for (slot, most) in found where most >= threshold(top) {
                            offer(slot, segment, scan, to: &top, counting: &tally)
                        }
                    } else {
                        board.clear(entries: scan.slots.count, phrasings: scan.phrasings.count)
                        for list in scan.lists { scan.add(list, to: &board) }
                        initials.add(segment: segment, scan.slots, to: &board.entries)
                        noteMeanings(scan.slots, segment, on: &board)
                        collect(scan, segment, from: board, into: &top, counting: &tally)
                    }
                }
                tally?.end(entries)
            }
        }
        return top.sorted
    }

    /// A score that so many entries of a segment reach before their place lifts them, of those that the asker may see; 0 where that is
    /// not found out quickly.
    private func expectedScore(_ limit: Int, _ scan: SegmentScan, _ segment: Int) -> Float {
        guard limit <= Self.fewHits else { return 0 }
        var best = TopHits(limit: limit)
        var tally: FacetTally?
        for slot in scan.likelySlots(limit + limit / 2) { offer(slot, segment, scan, to: &best, counting: &tally) }
        return max(0, best.threshold / (1 + place.most))
    }

    /// Offers an entry of which the lists alone are known.
    private func offer(
        _ slot: Int, _ segment: Int, _ scan: SegmentScan, to top: inout TopHits, counting tally: inout FacetTally?
    ) {
        let (score, phrasing) = scan.score(of: slot)
        offer(slot, segment, scan.entries, score, phrasing: phrasing, to: &top, counting: &tally)
    }

    private func noteMeanings(_ slots: Range<Int>, _ segment: Int, on board: inout ScoreBoard) {
        guard !meaning.readings.isEmpty else { return }
        for slot in slots {
            if let amount = amountOfMeaning(slot, segment) { board.note(meaning: amount, at: slot - slots.lowerBound) }
        }
    }

    /// What the meaning gives to an entry; nil where words alone count, and for what the asker may not see.
    private func amountOfMeaning(_ slot: Int, _ segment: Int) -> Float? {
        guard !meaning.readings.isEmpty, index.isVisible(slot, in: segment) else { return nil }
        return meaning.amount(of: slot, in: index.segments[segment].segment.entries.meanings)
    }

    /// Offers the entries of a window that the asker may see. Blocks of entries that cannot be among the best are passed
    /// over, which is most of them.
    /// - Parameter tally: counts every hit, so that no block with one is passed over.
    private func collect(
        _ scan: SegmentScan, _ segment: Int, from board: ScoreBoard, into top: inout TopHits,
        counting tally: inout FacetTally?
    ) {
        let entries = index.segments[segment].segment.entries
        let (slots, phrasings) = (scan.slots, scan.phrasings)
        board.entries.withUnsafeBufferPointer { sums in
            board.phrasings.withUnsafeBufferPointer { phrasingSums in
                entries.firstPhrasings.withUnsafeBufferPointer { firsts in
                    var start = slots.lowerBound
                    while start < slots.upperBound {
                        let end = min(start + Self.block, slots.upperBound)
                        let block = start - slots.lowerBound..<end - slots.lowerBound
                        let spoken =
                            Int(firsts[start]) - phrasings.lowerBound..<Int(firsts[end]) - phrasings.lowerBound
                        let highest =
                            maximum(sums, block) + maximum(phrasingSums, spoken)
                            + (board.hasMeanings ? board.meanings.withUnsafeBufferPointer { maximum($0, block) } : 0)
                        if highest >= (tally == nil ? threshold(top) : Weights.floor) {
                            for slot in start..<end {
                                let own =
                                    Int(firsts[slot]) - phrasings.lowerBound..<Int(firsts[slot + 1])
                                    - phrasings.lowerBound
                                var best: Float = 0
                                var bestPhrasing = own.lowerBound
                                for phrasing in own where phrasingSums[phrasing] > best {
                                    best = phrasingSums[phrasing]
                                    bestPhrasing = phrasing
                                }
                                let words = sums[slot - slots.lowerBound] + best
                                let meaning = board.hasMeanings ? board.meanings[slot - slots.lowerBound] : -1
                                offer(
                                    slot, segment, entries,
                                    meaning < 0 ? words : Weights.wordsBesideMeaning * words + meaning,
                                    phrasing: bestPhrasing + phrasings.lowerBound, to: &top, counting: &tally)
                            }
                        }
                        start = end
                    }
                }
            }
        }
    }

    /// - Parameter base: what the entry scores before its place lifts it.
    private func offer(
        _ slot: Int, _ segment: Int, _ entries: EntryTable, _ base: Float, phrasing: Int, to top: inout TopHits,
        counting tally: inout FacetTally?
    ) {
        guard base >= (tally == nil ? threshold(top) : Weights.floor),
            index.isVisible(slot, in: segment), query.kinds.contains(entries.kinds[slot]),
            isOfCourse(entries.places[slot].course), demands[segment].admits(slot)
        else { return }
        tally?.count(slot, in: entries)
        let lift = base * place.lift(entries.places[slot])
        top.offer(
            Candidate(
                score: base + lift, lift: lift, number: entries.numbers[slot], segment: segment, slot: slot,
                phrasing: phrasing))
    }

    private func isOfCourse(_ course: UInt32?) -> Bool {
        guard let courses = query.courses else { return true }
        return course.map(courses.contains) ?? false
    }

    /// What an entry must score before its place lifts it.
    private func threshold(_ top: TopHits) -> Float {
        max(Weights.floor, top.threshold / (1 + place.most))
    }

    /// A candidate as the caller sees it.
    func hit(_ candidate: Candidate, rank: Int, isWeak: Bool) -> Hit {
        let segment = index.segments[candidate.segment].segment
        return Hit(
            number: EntryNumber(candidate.number), kind: segment.entries.kinds[candidate.slot], rank: rank,
            score: Double(candidate.score), isWeak: isWeak, why: why(candidate, segment))
    }

    private func why(_ candidate: Candidate, _ segment: Segment) -> Why {
        let amountOfMeaning = amountOfMeaning(candidate.slot, candidate.segment)
        let share = amountOfMeaning == nil ? 1 : Weights.wordsBesideMeaning
        var shares = signals.map { signal in
            let unit = UInt32(type(of: signal).isByPhrasing ? candidate.phrasing : candidate.slot)
            let amount = signal.score.amount(signal.postings(of: segment), segment: candidate.segment, unit: unit)
            return SignalShare(signal: type(of: signal).signal, amount: Double(share * amount))
        }
        let amountOfInitials = initials.amount(of: candidate.slot, segment: candidate.segment)
        shares.append(SignalShare(signal: InitialsSignal.signal, amount: Double(share * amountOfInitials)))
        if let amountOfMeaning {
            shares.append(SignalShare(signal: MeaningSignal.signal, amount: Double(amountOfMeaning)))
        }
        shares.append(SignalShare(signal: PlaceSignal.signal, amount: Double(candidate.lift)))
        var found: [String] = []
        var missing: [String] = []
        for word in plan.words {
            let isFound =
                word.forms.contains { form in
                    segment.wordKeys.number(of: form.key).map {
                        segment.words.measure(of: $0, in: UInt32(candidate.slot)) != nil
                    } ?? false
                } || (!word.initials.isEmpty && word.initials[candidate.segment].contains(UInt32(candidate.slot)))
            if isFound { found.append(word.typed.text) } else { missing.append(word.typed.text) }
        }
        return Why(
            shares: shares.filter { $0.amount > 0 }.sorted { $0.amount > $1.amount }, words: found, missing: missing)
    }
}
