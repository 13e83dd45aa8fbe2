/// Looks at those entries of a window alone that may reach a score.
///
/// Lists that have many units for the little that they can give there are dropped, as long as all of them together give little. What the
/// others can give is added up, and blocks of entries are passed over where it does not reach the score together with the most that
/// the dropped lists can give. For the few entries that are left the dropped lists are looked up. All of this is in ``ScoreBounds``, so that
/// no entry is left out that reaches the score.
struct PrunedWindow {
    /// An entry that may reach the score.
    private struct Candidate {
        /// Its place in the window.
        let place: Int
        /// No less than what it has of the lists that were looked at.
        var sum: Int
    }

    /// Below what share of the score dropped lists stay together. The more is dropped, the more entries have to be looked up.
    private static let droppedShare: Float = 0.25
    /// Of all postings, one in so many may be a candidate's look-up before it is quicker to add up all.
    private static let lookedUp = 16
    /// How many entries are passed over together.
    private static let block = 128

    private let scan: SegmentScan
    private let bounds: ScoreBounds
    /// What an entry must be able to score.
    private let least: Int
    private var added: [Int] = []
    /// With the most that each gives; the highest in front.
    private var dropped: [(list: Int, most: Int)] = []
    /// The most that the dropped lists give together.
    private var rest = 0
    private var postings = 0

    /// Nil where it is not worth it.
    /// - Parameter score: what an entry must reach.
    init?(_ scan: SegmentScan, _ bounds: ScoreBounds, toReach score: Float) {
        self.scan = scan
        self.bounds = bounds
        least = bounds.number(notAbove: score)
        let lists = scan.lists.indices.filter { scan.lists[$0].count > 0 }
            .map { (list: $0, count: scan.lists[$0].count, most: bounds.most(of: $0, in: scan)) }
            .sorted { $0.count * $1.most > $1.count * $0.most }
        let room = Int(Float(least) * Self.droppedShare)
        var left = 0
        for (list, count, most) in lists {
            postings += count
            if rest + most < room {
                rest += most
                dropped.append((list, most))
            } else {
                added.append(list)
                left += count
            }
        }
        guard left < postings / 2 else { return nil }
        dropped.sort { $0.most > $1.most }
    }

    /// The entries that may reach the score, those that seem best first, and no less than what each scores; nil where they are so many
    /// that it is quicker to look at all.
    func found(_ board: inout ScoreBoard) -> [(slot: Int, score: Float)]? {
        var candidates = board.withBounds(entries: scan.slots.count, phrasings: scan.phrasings.count) { own, spoken in
            for list in added {
                bounds.add(list, in: scan, to: scan.sources[scan.lists[list].source].isByPhrasing ? spoken : own)
            }
            return remaining(own, spoken)
        }
        var left = rest
        for (list, most) in dropped {
            guard candidates.count < postings / Self.lookedUp else { return nil }
            left -= most
            add(list, to: &candidates)
            candidates.removeAll { $0.sum + left < least }
        }
        candidates.sort { $0.sum > $1.sum }
        return candidates.map { (scan.slots.lowerBound + $0.place, bounds.score(notBelow: $0.sum)) }
    }

    /// Those that the lists that were added leave.
    /// - Parameters:
    ///   - own: what the lists that were added give to each entry.
    ///   - spoken: what they give to each phrasing.
    private func remaining(
        _ own: UnsafeMutableBufferPointer<Int16>, _ spoken: UnsafeMutableBufferPointer<Int16>
    ) -> [Candidate] {
        var found: [Candidate] = []
        let need = least - rest
        for start in stride(from: 0, to: scan.slots.count, by: Self.block) {
            let places = start..<min(start + Self.block, scan.slots.count)
            let most = Self.highest(spoken, phrasings(of: places))
            guard Self.highest(own, places) + most >= need else { continue }
            for place in places where Int(own[place]) + most >= need {
                let best = phrasings(of: place..<place + 1).reduce(0) { max($0, Int(spoken[$1])) }
                let sum = Int(own[place]) + best
                if sum >= need { found.append(Candidate(place: place, sum: sum)) }
            }
        }
        return found
    }

    /// The highest of the numbers in a range, and of some beside it.
    @inline(__always)
    private static func highest(_ numbers: UnsafeMutableBufferPointer<Int16>, _ range: Range<Int>) -> Int {
        guard let start = numbers.baseAddress else { return 0 }
        let wide = SIMD8<Int16>.scalarCount
        var place = range.lowerBound / ScoreBoard.wide * ScoreBoard.wide
        // Two at a time, so that neither waits for the other.
        var (highest, other) = (SIMD8<Int16>(repeating: 0), SIMD8<Int16>(repeating: 0))
        while place < range.upperBound {
            let next = UnsafeRawPointer(start + place).loadUnaligned(as: SIMD8<Int16>.self)
            highest.replace(with: next, where: next .> highest)
            let after = UnsafeRawPointer(start + place + wide).loadUnaligned(as: SIMD8<Int16>.self)
            other.replace(with: after, where: after .> other)
            place += ScoreBoard.wide
        }
        highest.replace(with: other, where: other .> highest)
        var four = highest.lowHalf
        four.replace(with: highest.highHalf, where: highest.highHalf .> four)
        return Int(max(max(four[0], four[1]), max(four[2], four[3])))
    }

    /// Adds what a list can give to some entries, which ascend: what it gives to the phrasing that it gives most to.
    private func add(_ index: Int, to candidates: inout [Candidate]) {
        let list = scan.lists[index]
        let source = scan.sources[list.source]
        var pieces = scan.pieces[list.pieces]
        source.postings.lows.withUnsafeBufferPointer { lows in
            for candidate in candidates.indices {
                let own = candidates[candidate].place..<candidates[candidate].place + 1
                let units = source.isByPhrasing ? phrasings(of: own) : own
                var most = 0
                while let piece = pieces.first {
                    let end = piece.places.upperBound
                    let low = max(0, units.lowerBound - piece.offset)
                    var place =
                        low > UInt16.max ? end : lows.firstIndex(galloping: piece.places, notBelow: UInt16(low))
                    while place < end, piece.offset + Int(lows[place]) < units.upperBound {
                        most = max(most, bounds.number(of: index, code: source.postings.codes[place]))
                        place += 1
                    }
                    if place < end {
                        pieces[pieces.startIndex] = SegmentScan.Piece(offset: piece.offset, places: place..<end)
                        break
                    }
                    pieces.removeFirst()
                }
                candidates[candidate].sum += most
            }
        }
    }

    /// The places in the window of the phrasings of neighboring entries.
    @inline(__always)
    private func phrasings(of places: Range<Int>) -> Range<Int> {
        let (firsts, first, before) = (scan.entries.firstPhrasings, scan.slots.lowerBound, scan.phrasings.lowerBound)
        return Int(firsts[first + places.lowerBound]) - before..<Int(firsts[first + places.upperBound]) - before
    }
}
