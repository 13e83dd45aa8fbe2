/// Goes through the entries of a segment a window at a time, so that sums stay in the processor's cache: where the lists of the query's
/// terms have the window's units, what they give to them, and the most that they can.
struct SegmentScan {
    /// Entries in a window, which has about twice as many phrasings: less than a megabyte of sums.
    static let window = 65_536

    /// A signal's postings, and what their codes are worth.
    final class Source {
        let isByPhrasing: Bool
        let postings: Postings
        let shares: CodeShares

        init(_ signal: any RankingSignal, of segment: Segment) {
            isByPhrasing = type(of: signal).isByPhrasing
            postings = signal.postings(of: segment)
            shares = signal.score.shares(of: postings.key)
        }
    }

    /// A term's list in one of the sources.
    struct List {
        let source: Int
        let term: Int
        /// What the term counts for.
        let weight: Float
        /// Where its runs end.
        fileprivate let end: Int
        fileprivate var run: Int
        fileprivate var place: Int
        /// Its ``SegmentScan/pieces`` of the window.
        fileprivate(set) var pieces = 0..<0
        /// How many units of the window have the term.
        fileprivate(set) var count = 0
    }

    /// The part of a list that stands in one run, and in the window.
    struct Piece {
        /// What is added to the low bits for a unit's place in the window.
        let offset: Int
        let places: Range<Int>
    }

    let entries: EntryTable
    let sources: [Source]
    private(set) var lists: [List]
    private(set) var pieces: [Piece] = []
    /// The entries that are looked at.
    private(set) var slots = 0..<0
    /// Their phrasings.
    private(set) var phrasings = 0..<0

    init(_ segment: Segment, number: Int, signals: [any RankingSignal]) {
        entries = segment.entries
        var sources: [Source] = []
        var lists: [List] = []
        for (source, signal) in signals.enumerated() {
            sources.append(Source(signal, of: segment))
            let postings = sources[source].postings
            lists += signal.score.terms(in: number).map { term, weight in
                let runs = postings.runs(of: term)
                return List(
                    source: source, term: term, weight: weight, end: runs.upperBound, run: runs.lowerBound,
                    place: postings.start(of: term))
            }
        }
        self.sources = sources
        self.lists = lists
    }

    /// Goes on to the next entries; false where there are none.
    mutating func next(_ count: Int) -> Bool {
        guard slots.upperBound < entries.count else { return false }
        slots = slots.upperBound..<min(slots.upperBound + count, entries.count)
        phrasings = Int(entries.firstPhrasings[slots.lowerBound])..<Int(entries.firstPhrasings[slots.upperBound])
        pieces.removeAll(keepingCapacity: true)
        for index in lists.indices { lists[index] = advanced(lists[index]) }
        return true
    }

    private mutating func advanced(_ list: List) -> List {
        var list = list
        let postings = sources[list.source].postings
        let window = sources[list.source].isByPhrasing ? phrasings : slots
        let first = pieces.count
        list.count = 0
        while list.run < list.end {
            let high = Int(postings.highs[list.run]) << 16
            guard high < window.upperBound else { break }
            let runEnd = Int(postings.starts[list.run + 1])
            let end =
                window.upperBound - high > UInt16.max
                ? runEnd : postings.firstPlace(in: list.place..<runEnd, notBelow: UInt16(window.upperBound - high))
            if end > list.place { pieces.append(Piece(offset: high - window.lowerBound, places: list.place..<end)) }
            list.count += end - list.place
            list.place = end
            guard end == runEnd else { break }
            list.run += 1
        }
        list.pieces = first..<pieces.count
        return list
    }

    /// The highest code that a list has in the window.
    func highestCode(of list: List) -> UInt8 {
        let postings = sources[list.source].postings
        return pieces[list.pieces].reduce(0) { max($0, postings.highestCode(in: $1.places)) }
    }

    /// Adds what a list gives to the units of the window.
    func add(_ list: List, to board: inout ScoreBoard) {
        if sources[list.source].isByPhrasing {
            board.phrasings.withUnsafeMutableBufferPointer { add(list, to: $0) }
        } else {
            board.entries.withUnsafeMutableBufferPointer { add(list, to: $0) }
        }
    }

    private func add(_ list: List, to sums: UnsafeMutableBufferPointer<Float>) {
        guard let sums = sums.baseAddress else { return }
        let (postings, shares) = (sources[list.source].postings, sources[list.source].shares)
        let weight = list.weight
        postings.lows.withUnsafeBufferPointer { lows in
            postings.codes.withUnsafeBufferPointer { codes in
                shares.byCode.withUnsafeBufferPointer { shares in
                    guard let lows = lows.baseAddress, let codes = codes.baseAddress, let shares = shares.baseAddress
                    else { return }
                    for piece in pieces[list.pieces] {
                        let sums = sums + piece.offset
                        for place in piece.places { sums[Int(lows[place])] += weight * shares[Int(codes[place])] }
                    }
                }
            }
        }
        guard !postings.key.places.isEmpty else { return }
        for piece in pieces[list.pieces] {
            postings.key.forEachApart(in: piece.places) { place, measure in
                sums[piece.offset + Int(postings.lows[place])] += weight * shares.byMeasure[Int(measure)]
            }
        }
    }

    /// What an entry of the segment scores, and its phrasing that fits best. Added in the order in which whole lists are, as sums of
    /// floating-point numbers depend on it.
    func score(of slot: Int) -> (score: Float, phrasing: Int) {
        var own: Float = 0
        let phrasings = entries.phrasings(of: slot)
        var spoken = Array(repeating: Float(0), count: phrasings.count)
        for list in lists {
            let postings = sources[list.source].postings
            let units = sources[list.source].isByPhrasing ? phrasings : slot..<slot + 1
            postings.forEach(list.term, in: units) { unit, place in
                let amount = list.weight * sources[list.source].shares.byMeasure[Int(postings.measure(at: place))]
                if sources[list.source].isByPhrasing {
                    spoken[unit - phrasings.lowerBound] += amount
                } else {
                    own += amount
                }
            }
        }
        var (best, bestPhrasing) = (Float(0), phrasings.lowerBound)
        for (index, amount) in spoken.enumerated() where amount > best {
            (best, bestPhrasing) = (amount, phrasings.lowerBound + index)
        }
        return (own + best, bestPhrasing)
    }
}
