/// Scores what an asker may see and keeps the best.
struct Ranking {
    /// The signals that read postings.
    static let signals: [any RankingSignal.Type] = [
        PhrasingSignal.self, WordsSignal.self, TagsSignal.self, LettersSignal.self, PlainLettersSignal.self,
    ]

    /// How many entries are looked at, or passed over, together.
    private static let block = 64

    private let index: VisibleIndex
    private let plan: QueryPlan
    private let query: SearchQuery
    private let signals: [any RankingSignal]
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
    /// - Parameter tally: counts all hits, the best and the rest; nil: no others are looked at than may be among the best.
    func best(_ limit: Int, _ boards: ScoreBoardPool, counting tally: inout FacetTally?) -> [Candidate] {
        var top = TopHits(limit: limit)
        boards.withBoard { board in
            for segment in index.segments.indices {
                score(segment, on: &board)
                tally?.begin(index.segments[segment].segment.entries)
                collect(segment, from: board, into: &top, counting: &tally)
                tally?.end(index.segments[segment].segment.entries)
            }
        }
        return top.sorted
    }

    private func score(_ segment: Int, on board: inout ScoreBoard) {
        let parts = index.segments[segment].segment
        board.clear(for: parts)
        for signal in signals {
            if type(of: signal).isByPhrasing {
                board.phrasings.withUnsafeMutableBufferPointer {
                    signal.score.add(signal.postings(of: parts), segment: segment, to: $0)
                }
            } else {
                board.entries.withUnsafeMutableBufferPointer {
                    signal.score.add(signal.postings(of: parts), segment: segment, to: $0)
                }
            }
        }
        initials.add(segment: segment, to: &board.entries)
        guard !meaning.readings.isEmpty else { return }
        for slot in 0..<parts.entries.count {
            if let amount = amountOfMeaning(slot, segment) { board.note(meaning: amount, of: slot) }
        }
    }

    /// What the meaning gives to an entry; nil where words alone count, and for what the asker may not see.
    private func amountOfMeaning(_ slot: Int, _ segment: Int) -> Float? {
        guard !meaning.readings.isEmpty, index.isVisible(slot, in: segment) else { return nil }
        return meaning.amount(of: slot, in: index.segments[segment].segment.entries.meanings)
    }

    /// Offers the entries of a segment that the asker may see. Blocks of entries that cannot be among the best are passed
    /// over, which is most of them.
    /// - Parameter tally: counts every hit, so that no block with one is passed over.
    private func collect(
        _ segment: Int, from board: ScoreBoard, into top: inout TopHits, counting tally: inout FacetTally?
    ) {
        let entries = index.segments[segment].segment.entries
        board.entries.withUnsafeBufferPointer { sums in
            board.phrasings.withUnsafeBufferPointer { phrasingSums in
                entries.firstPhrasings.withUnsafeBufferPointer { firsts in
                    var start = 0
                    while start < entries.count {
                        let end = min(start + Self.block, entries.count)
                        let highest =
                            maximum(sums, start..<end) + maximum(phrasingSums, Int(firsts[start])..<Int(firsts[end]))
                            + (board.hasMeanings
                                ? board.meanings.withUnsafeBufferPointer { maximum($0, start..<end) } : 0)
                        if highest >= (tally == nil ? threshold(top) : Weights.floor) {
                            for slot in start..<end {
                                offer(
                                    slot, segment, entries, sums, phrasingSums, firsts, board.meanings[slot], to: &top,
                                    counting: &tally)
                            }
                        }
                        start = end
                    }
                }
            }
        }
    }

    private func offer(
        _ slot: Int, _ segment: Int, _ entries: EntryTable, _ sums: UnsafeBufferPointer<Float>,
        _ phrasingSums: UnsafeBufferPointer<Float>, _ firsts: UnsafeBufferPointer<UInt32>, _ meaning: Float,
        to top: inout TopHits, counting tally: inout FacetTally?
    ) {
        var best: Float = 0
        var bestPhrasing = Int(firsts[slot])
        for phrasing in bestPhrasing..<Int(firsts[slot + 1]) where phrasingSums[phrasing] > best {
            best = phrasingSums[phrasing]
            bestPhrasing = phrasing
        }
        let words = sums[slot] + best
        let base = meaning < 0 ? words : Weights.wordsBesideMeaning * words + meaning
        guard base >= (tally == nil ? threshold(top) : Weights.floor),
            index.visible[segment][Int(entries.audiences[slot])],
            query.kinds.contains(entries.kinds[slot]), !index.segments[segment].isRemoved(slot),
            isOfCourse(entries.places[slot].course), demands[segment].admits(slot)
        else { return }
        tally?.count(slot, in: entries)
        let lift = base * place.lift(entries.places[slot])
        top.offer(
            Candidate(
                score: base + lift, lift: lift, number: entries.numbers[slot], segment: segment, slot: slot,
                phrasing: bestPhrasing))
    }

    private func isOfCourse(_ course: UInt32?) -> Bool {
        guard let courses = query.courses else { return true }
        return course.map(courses.contains) ?? false
    }

    /// What an entry must score before its place lifts it.
    private func threshold(_ top: TopHits) -> Float {
        max(Weights.floor, top.threshold / (1 + PlaceSignal.maximum))
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
                        segment.words.mark(of: $0, in: UInt32(candidate.slot)) != nil
                    } ?? false
                } || (!word.initials.isEmpty && word.initials[candidate.segment].contains(UInt32(candidate.slot)))
            if isFound { found.append(word.typed.text) } else { missing.append(word.typed.text) }
        }
        return Why(
            shares: shares.filter { $0.amount > 0 }.sorted { $0.amount > $1.amount }, words: found, missing: missing)
    }
}
