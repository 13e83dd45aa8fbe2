/// Adds up what the terms of a query give to the entries of a segment, a window at a time, so that sums stay in the processor's cache.
struct SegmentScan {
    /// Entries in a window, which has about twice as many phrasings: less than a megabyte of sums.
    static let window = 65_536

    /// A signal with its terms' postings.
    private struct Source {
        let score: TermScore
        let isByPhrasing: Bool
        let postings: Postings
        var parts: [TermScore.Part]
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
                parts: signal.score.parts(postings, segment: number))
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
        let ends = (entries: UInt32(slots.upperBound), phrasings: UInt32(phrasings.upperBound))
        for source in sources.indices {
            let end = sources[source].isByPhrasing ? ends.phrasings : ends.entries
            for part in sources[source].parts.indices {
                sources[source].parts[part].advance(to: end, in: sources[source].postings)
            }
        }
        return true
    }

    /// Writes the sums of the window onto a board.
    func fill(_ board: inout ScoreBoard) {
        let phrasings = phrasings
        board.clear(entries: slots.count, phrasings: phrasings.count)
        for source in sources {
            if source.isByPhrasing {
                board.phrasings.withUnsafeMutableBufferPointer {
                    source.score.add(source.parts, of: source.postings, from: phrasings.lowerBound, to: $0)
                }
            } else {
                board.entries.withUnsafeMutableBufferPointer {
                    source.score.add(source.parts, of: source.postings, from: slots.lowerBound, to: $0)
                }
            }
        }
        initials.add(segment: number, slots, to: &board.entries)
    }
}
