/// In how many entries each term stands, counted apart for each audience, so that what an asker may not see can be left
/// out exactly.
struct TermCounts: Sendable {
    /// Where each term's counts begin, and where the last end.
    private let starts: [UInt32]
    private let audiences: [UInt32]
    private var counts: [UInt32]

    /// Counts the entries of some postings.
    /// - Parameters:
    ///   - entryOf: the entry of each unit; empty where units are entries.
    ///   - audienceOf: the audience of each entry.
    ///   - audienceCount: how many audiences there are.
    init(_ postings: Postings, entryOf: [UInt32], audienceOf: [UInt32], audienceCount: Int) {
        var starts: [UInt32] = [0]
        var audiences: [UInt32] = []
        var counts: [UInt32] = []
        starts.reserveCapacity(postings.termCount + 1)
        var tally = Array(repeating: UInt32(0), count: audienceCount)
        var touched: [UInt32] = []
        for term in 0..<postings.termCount {
            var last = UInt32.max
            postings.forEach(term) { unit, _ in
                let entry = entryOf.isEmpty ? unit : entryOf[Int(unit)]
                if entry == last { return }
                last = entry
                let audience = audienceOf[Int(entry)]
                if tally[Int(audience)] == 0 { touched.append(audience) }
                tally[Int(audience)] += 1
            }
            for audience in touched {
                audiences.append(audience)
                counts.append(tally[Int(audience)])
                tally[Int(audience)] = 0
            }
            touched.removeAll(keepingCapacity: true)
            starts.append(UInt32(audiences.count))
        }
        self.starts = starts
        self.audiences = audiences
        self.counts = counts
    }

    /// The entries with a term that the visible audiences have.
    func count(_ term: Int, visible: [Bool]) -> Int {
        var sum = 0
        for place in Int(starts[term])..<Int(starts[term + 1]) where visible[Int(audiences[place])] {
            sum += Int(counts[place])
        }
        return sum
    }

    /// Takes one entry of an audience away.
    mutating func lose(_ term: Int, audience: UInt32) {
        for place in Int(starts[term])..<Int(starts[term + 1]) where audiences[place] == audience {
            counts[place] -= 1
            return
        }
    }
}
