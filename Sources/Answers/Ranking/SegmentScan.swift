/// Adds up what the terms of a query give to the entries of a segment, a window at a time, so that sums stay in the processor's cache.
struct SegmentScan {
    /// Entries in a window, which has about twice as many phrasings: less than a megabyte of sums.
    static let window = 65_536

    /// A signal with its terms' postings.
    private struct Source {
        let score: TermScore
        let isByPhrasing: Bool
        let postings: Postings
        /// What each code of the postings is worth.
        let shares: [Float]
        var parts: [TermScore.Part]

        mutating func add(_ window: Range<Int>, to sums: UnsafeMutableBufferPointer<Float>) {
            score.add(&parts, of: postings, shares, in: window, to: sums)
        }
    }

    private let segment: Segment
    private let number: Int
    private let initials: InitialsSignal
    private var sources: [Source]
    /// The entries that are looked at.
    private(set) var slots = 0..<0

    init(_ segment: Segment, number: Int, signals: [any RankingSignal], initials: InitialsSignal) {
        self.segment = segment
        self.number = number
        self.initials = initials
        sources = signals.map { signal in
            let postings = signal.postings(of: segment)
            return Source(
                score: signal.score, isByPhrasing: type(of: signal).isByPhrasing, postings: postings,
                shares: signal.score.shares(of: postings.key), parts: signal.score.parts(postings, segment: number))
        }
    }

    /// The phrasings of the entries that are looked at.
    var phrasings: Range<Int> {
        let firsts = segment.entries.firstPhrasings
        return Int(firsts[slots.lowerBound])..<Int(firsts[slots.upperBound])
    }

    /// Goes on to the next entries; false where there are none.
    mutating func next(_ count: Int) -> Bool {
        guard slots.upperBound < segment.entries.count else { return false }
        slots = slots.upperBound..<min(slots.upperBound + count, segment.entries.count)
        return true
    }

    /// Writes the sums of the window onto a board, once a window.
    mutating func fill(_ board: inout ScoreBoard) {
        let (slots, phrasings) = (slots, phrasings)
        board.clear(entries: slots.count, phrasings: phrasings.count)
        for index in sources.indices {
            if sources[index].isByPhrasing {
                board.phrasings.withUnsafeMutableBufferPointer { sources[index].add(phrasings, to: $0) }
            } else {
                board.entries.withUnsafeMutableBufferPointer { sources[index].add(slots, to: $0) }
            }
        }
        initials.add(segment: number, slots, to: &board.entries)
    }
}
