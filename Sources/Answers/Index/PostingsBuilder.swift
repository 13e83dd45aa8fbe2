/// Collects postings unit by unit and sorts them by term at the end.
struct PostingsBuilder {
    private var terms: [UInt32] = []
    /// The unit of each term, which of the word's spellings it has, and the measure, packed.
    private var found: [UInt64] = []

    /// Adds a unit, whose number must be above all before it. Sorts `found`, the terms that occur in it.
    mutating func add(_ found: inout [UInt32], unit: UInt32) {
        found.sort()
        let code = LengthCode.code(found.count)
        var place = 0
        while place < found.count {
            var end = place + 1
            while end < found.count, found[end] == found[place] { end += 1 }
            append(found[place], unit, Postings.measure(count: end - place, lengthCode: code))
            place = end
        }
    }

    /// Adds a unit, whose number must be above all before it. Sorts `found`, the words that stand in it.
    mutating func add(_ found: inout [WordUse], unit: UInt32) {
        found.sort()
        let code = LengthCode.code(found.count)
        var place = 0
        while place < found.count {
            let first = found[place]
            var end = place + 1
            while end < found.count, found[end].word == first.word { end += 1 }
            append(
                first.word, unit, Postings.measure(count: end - place, lengthCode: code), spelling: first.spelling)
            place = end
        }
    }

    private mutating func append(_ term: UInt32, _ unit: UInt32, _ measure: UInt16, spelling: UInt8 = 0) {
        terms.append(term)
        found.append(UInt64(unit) << 32 | UInt64(spelling) << 16 | UInt64(measure))
    }

    /// The postings of `termCount` terms.
    func build(termCount: Int) -> Postings { postings(sorted(termCount)) }

    /// The postings of `termCount` words, and how the words are written there.
    func buildSpelled(termCount: Int) -> (Postings, SpellingNumbers) {
        let sorted = sorted(termCount)
        var numbers = SpellingNumbers()
        for (start, end) in zip(sorted.starts, sorted.starts.dropFirst()) {
            numbers.append(sorted.found[start..<end].map { UInt8(truncatingIfNeeded: $0 >> 16) })
        }
        return (postings(sorted), numbers)
    }

    private func postings(_ sorted: (starts: [Int], found: [UInt64])) -> Postings {
        var counts = Array(repeating: 0, count: Postings.measures)
        for one in found { counts[Int(UInt16(truncatingIfNeeded: one))] += 1 }
        var packer = PostingsPacker(counts: counts, capacity: found.count)
        for (start, end) in zip(sorted.starts, sorted.starts.dropFirst()) {
            for one in sorted.found[start..<end] { packer.append(UInt32(one >> 32), UInt16(truncatingIfNeeded: one)) }
            packer.endTerm()
        }
        return packer.finish()
    }

    /// What was found, term by term, and where each term's begins and the last one's ends.
    private func sorted(_ termCount: Int) -> (starts: [Int], found: [UInt64]) {
        var starts = Array(repeating: 0, count: termCount + 1)
        for term in terms { starts[Int(term) + 1] += 1 }
        for term in 0..<termCount { starts[term + 1] += starts[term] }
        var next = starts
        var sorted = Array(repeating: UInt64(0), count: found.count)
        for (term, one) in zip(terms, found) {
            sorted[next[Int(term)]] = one
            next[Int(term)] += 1
        }
        return (starts, sorted)
    }
}
