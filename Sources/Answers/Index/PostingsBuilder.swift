/// Collects postings unit by unit and sorts them by term at the end.
struct PostingsBuilder {
    private var terms: [UInt32] = []
    private var units: [UInt32] = []
    private var marks: [UInt16] = []

    /// Adds a unit, whose number must be above all before it. Sorts `found`, the terms that occur in it.
    mutating func add(_ found: inout [UInt32], unit: UInt32) {
        found.sort()
        let code = LengthCode.code(found.count)
        var place = 0
        while place < found.count {
            var end = place + 1
            while end < found.count, found[end] == found[place] { end += 1 }
            append(found[place], unit, Postings.mark(count: end - place, lengthCode: code))
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
                first.word, unit, Postings.mark(count: end - place, lengthCode: code, spelling: first.spelling))
            place = end
        }
    }

    private mutating func append(_ term: UInt32, _ unit: UInt32, _ mark: UInt16) {
        terms.append(term)
        units.append(unit)
        marks.append(mark)
    }

    /// The postings of `termCount` terms.
    func build(termCount: Int) -> Postings {
        var postings = Postings()
        postings.starts = Array(repeating: 0, count: termCount + 1)
        for term in terms { postings.starts[Int(term) + 1] += 1 }
        for term in 0..<termCount { postings.starts[term + 1] += postings.starts[term] }
        postings.units = Array(repeating: 0, count: units.count)
        postings.marks = Array(repeating: 0, count: units.count)
        var next = postings.starts
        for index in terms.indices {
            let place = Int(next[Int(terms[index])])
            next[Int(terms[index])] += 1
            postings.units[place] = units[index]
            postings.marks[place] = marks[index]
        }
        return postings
    }
}
