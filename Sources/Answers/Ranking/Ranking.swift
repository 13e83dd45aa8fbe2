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
    private let place: PlaceSignal

    init(_ query: SearchQuery, _ plan: QueryPlan, in index: VisibleIndex) {
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
        place = PlaceSignal(query.place)
    }

    /// The best entries, best first.
    func best(_ limit: Int, _ boards: ScoreBoardPool) -> [Candidate] {
        var top = TopHits(limit: limit)
        boards.withBoard { board in
            for segment in index.segments.indices {
                score(segment, on: &board)
                collect(segment, from: board, into: &top)
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
    }

    /// Offers the entries of a segment that the asker may see. Blocks of entries that cannot be among the best are passed
    /// over, which is most of them.
    private func collect(_ segment: Int, from board: ScoreBoard, into top: inout TopHits) {
        let entries = index.segments[segment].segment.entries
        board.entries.withUnsafeBufferPointer { sums in
            board.phrasings.withUnsafeBufferPointer { phrasingSums in
                entries.firstPhrasings.withUnsafeBufferPointer { firsts in
                    var start = 0
                    while start < entries.count {
                        let end = min(start + Self.block, entries.count)
                        let highest =
                            maximum(sums, start..<end) + maximum(phrasingSums, Int(firsts[start])..<Int(firsts[end]))
                        if highest >= threshold(top) {
                            for slot in start..<end {
                                offer(slot, segment, entries, sums, phrasingSums, firsts, to: &top)
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
        _ phrasingSums: UnsafeBufferPointer<Float>, _ firsts: UnsafeBufferPointer<UInt32>, to top: inout TopHits
    ) {
        var best: Float = 0
        var bestPhrasing = Int(firsts[slot])
        for phrasing in bestPhrasing..<Int(firsts[slot + 1]) where phrasingSums[phrasing] > best {
            best = phrasingSums[phrasing]
            bestPhrasing = phrasing
        }
        let base = sums[slot] + best
        guard base >= threshold(top), index.visible[segment][Int(entries.audiences[slot])],
            query.kinds.contains(entries.kinds[slot]), !index.segments[segment].isRemoved(slot)
        else { return }
        let lift = base * place.lift(entries.places[slot])
        top.offer(
            Candidate(
                score: base + lift, lift: lift, number: entries.numbers[slot], segment: segment, slot: slot,
                phrasing: bestPhrasing))
    }

    /// What an entry must score before its place lifts it.
    private func threshold(_ top: TopHits) -> Float {
        max(Weights.floor, top.threshold / (1 + PlaceSignal.maximum))
    }

    /// A candidate as the caller sees it.
    func hit(_ candidate: Candidate, rank: Int) -> Hit {
        let segment = index.segments[candidate.segment].segment
        return Hit(
            number: EntryNumber(candidate.number), kind: segment.entries.kinds[candidate.slot], rank: rank,
            score: Double(candidate.score), isWeak: candidate.score < Weights.weak, why: why(candidate, segment))
    }

    private func why(_ candidate: Candidate, _ segment: Segment) -> Why {
        var shares = signals.map { signal in
            let unit = UInt32(type(of: signal).isByPhrasing ? candidate.phrasing : candidate.slot)
            let amount = signal.score.amount(signal.postings(of: segment), segment: candidate.segment, unit: unit)
            return SignalShare(signal: type(of: signal).signal, amount: Double(amount))
        }
        shares.append(SignalShare(signal: PlaceSignal.signal, amount: Double(candidate.lift)))
        var found: [String] = []
        var missing: [String] = []
        for word in plan.words {
            let isFound = word.forms.contains { form in
                segment.wordKeys.number(of: form.key).map {
                    segment.words.mark(of: $0, in: UInt32(candidate.slot)) != nil
                } ?? false
            }
            if isFound { found.append(word.typed.text) } else { missing.append(word.typed.text) }
        }
        return Why(
            shares: shares.filter { $0.amount > 0 }.sorted { $0.amount > $1.amount }, words: found, missing: missing)
    }
}
